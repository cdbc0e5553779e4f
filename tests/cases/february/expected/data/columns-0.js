timelineLoad("columns",0,{"start":"smb","length":"B","look":"A","steps":"J","rivals":"BEB","source":"BA"});
