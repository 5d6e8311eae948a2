/**
 * What the page does in the browser: sends its forms as JSON to the control surface, asks every
 * second and a half whether anything is new, and redraws the regions that differ.
 */
export const SCRIPT = `
const words=JSON.parse(document.getElementById('words').textContent);
const toast=document.querySelector('.toast');
let toastTimer=0,revision=document.body.dataset.revision,asking=false;
const say=(text)=>{toast.textContent=text;toast.dataset.on='';clearTimeout(toastTimer);toastTimer=setTimeout(()=>delete toast.dataset.on,2600)};
const readers={
  text:(v)=>v.trim()===''?undefined:v.trim(),
  number:(v)=>v===''?undefined:Number(v),
  json:(v)=>JSON.parse(v),
  list:(v)=>v===''?undefined:[v],
  time:(v)=>v===''?undefined:Date.parse(v+':00+08:00'),
};
function bodyOf(form,submitter){
  const body={},after=[];
  for(const field of [...form.elements,submitter]){
    if(!field||!field.name||(field.tagName==='BUTTON'&&field!==submitter))continue;
    const as=field.dataset.as||'text';
    if(as==='spread')Object.assign(body,JSON.parse(field.value));
    else if(as==='hour-after')after.push(field);
    else{const value=readers[as](field.value);if(value!==undefined)body[field.name]=value}
  }
  for(const field of after)body[field.name]=body[field.value]+3600000;
  return body;
}
function armed(button){
  if(!('again' in button.dataset)||'armed' in button.dataset)return true;
  const label=button.textContent;
  button.dataset.armed='';button.textContent=words.again+label;
  setTimeout(()=>{if(button.isConnected){delete button.dataset.armed;button.textContent=label}},4000);
  return false;
}
document.addEventListener('submit',async(event)=>{
  const form=event.target.closest('form[data-call]');
  if(!form)return;
  event.preventDefault();
  const button=event.submitter??form.querySelector('button');
  if(form.hasAttribute('aria-busy')||(button&&!armed(button)))return;
  const [method,path]=form.dataset.call.split(' ');
  const said=form.querySelector('.said');
  said.textContent='';form.setAttribute('aria-busy','true');
  try{
    const bare=method==='DELETE';
    const answer=await fetch(path,{method,headers:bare?{}:{'content-type':'application/json'},body:bare?undefined:JSON.stringify(bodyOf(form,button))});
    const text=await answer.text();
    const result=text?JSON.parse(text):{};
    if(!answer.ok){said.textContent=result.error??answer.status;return}
    say(words.done+' · '+(button?.title||button?.textContent||'').replace(words.again,''));
    if(form.dataset.goTo==='application'&&result.id){const url=new URL(location.href);url.searchParams.set('application',result.id);url.searchParams.set('view','board');history.pushState(null,'',url)}
    await redraw(true);
  }catch{said.textContent=words.offline}
  finally{form.removeAttribute('aria-busy')}
});
const isBusy=(region)=>{const at=document.activeElement;return region.contains(at)&&/^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)||region.querySelector('[data-armed]')!==null||region.querySelector('[data-dirty]')!==null};
document.addEventListener('input',(event)=>{
  const box=event.target;
  if('filter' in box.dataset){const wanted=box.value.trim().toLowerCase();for(const row of box.closest('section').querySelectorAll('[data-text]'))row.hidden=!row.dataset.text.toLowerCase().includes(wanted);return}
  box.closest('form')?.setAttribute('data-dirty','');
});
async function redraw(isAsked){
  const answer=await fetch(location.href,{headers:{accept:'text/html'}});
  if(!answer.ok)return;
  const fresh=new DOMParser().parseFromString(await answer.text(),'text/html');
  for(const region of document.querySelectorAll('[data-region]')){
    const other=fresh.querySelector('[data-region="'+region.dataset.region+'"]');
    if(!other||region.innerHTML===other.innerHTML||(!isAsked&&isBusy(region)))continue;
    const scrolls=[...region.querySelectorAll('[data-scroll]'),region].map((box)=>[box.dataset.scroll,box.scrollLeft,box.scrollTop]);
    const open=[...region.querySelectorAll('details[open][data-key]')].map((box)=>box.dataset.key);
    const filter=region.querySelector('[data-filter]')?.value??'';
    region.innerHTML=other.innerHTML;
    for(const [name,left,top] of scrolls){const box=name?region.querySelector('[data-scroll="'+name+'"]'):region;if(box){box.scrollLeft=left;box.scrollTop=top}}
    for(const key of open)region.querySelector('details[data-key="'+key+'"]')?.setAttribute('open','');
    const box=region.querySelector('[data-filter]');
    if(box&&filter){box.value=filter;box.dispatchEvent(new Event('input',{bubbles:true}))}
  }
  revision=fresh.body.dataset.revision;
}
async function ask(){
  if(document.hidden||asking)return;
  asking=true;
  try{
    const answer=await fetch('/_console/revision?app='+document.body.dataset.app);
    const news=await answer.json();
    for(const clock of document.querySelectorAll('[data-clock]'))clock.textContent=news.clock;
    if(news.revision!==revision)await redraw(false);
  }catch{}
  finally{asking=false}
}
setInterval(ask,1500);
document.addEventListener('visibilitychange',ask);
addEventListener('popstate',()=>redraw(true));
document.addEventListener('click',(event)=>{
  const link=event.target.closest('a[href^="/?"],a[href="/"]');
  if(!link||event.ctrlKey||event.metaKey||event.shiftKey||event.button!==0||link.hasAttribute('data-full'))return;
  event.preventDefault();history.pushState(null,'',link.href);
  redraw(true).then(()=>{if(link.closest('.tabs,.bottom,.jobs'))scrollTo(0,0)});
});
document.addEventListener('change',(event)=>{const form=event.target.closest('form.go');if(form&&event.target.name==='job')form.requestSubmit()});
document.addEventListener('keydown',(event)=>{
  if(event.key!=='Escape'||event.isComposing)return;
  document.querySelector('.shut')?.click();
});
`;
