timelineLoad("columns",0,{"start":"smb","length":"B","look":"A","letters":"kB","rivals":"BEB","source":"BA"});
