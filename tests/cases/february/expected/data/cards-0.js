timelineLoad("cards",0,[{"quote":"Parliament adopted the Fisheries Act on 17 February 2008.","sources":[["The vote","sources/disagreement.html#m-10-67","The vote"]]}]);
