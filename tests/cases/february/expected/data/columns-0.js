timelineLoad("columns",0,"zNkBAQAkAQABBAE=");
