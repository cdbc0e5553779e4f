timelineLoad("titles",0,[["2008-02-17-parliament-adopted-fisheries-act","","Parliament adopted the Fisheries Act","17 February 2008"]]);
