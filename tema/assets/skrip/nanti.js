/* Fetches the scripts at a reader's first move, or a while after the page came, so that nothing competes with its words.
   The build puts it into the line of javascripts/palette.html (`d` is the document there); ADDRESS and WAIT (ms) are the page's
   own. What is tapped before the scripts come is noted; the last of them answers it. After a failure the next move tries again. */
let k,m=e=>{e&&TUNGGU.push(e.target);k||(k=d.createElement("script"),k.src="ADDRESS",k.onerror=()=>k=0,d.head.append(k))};
TUNGGU=[];onclick=onscroll=m;onload=()=>setTimeout(m,location.search?0:WAIT)
