import { createHash } from 'node:crypto';
import { writeFileSync, mkdirSync } from 'node:fs';
import { serve } from '../../tools/serve.mjs';
const dir='/tmp/el-exp'; mkdirSync(dir,{recursive:true});
writeFileSync(dir+'/m.js','globalThis.ran=(globalThis.ran??0)+1; export const a=1;');
writeFileSync(dir+'/w.wasm', Buffer.from([0,97,115,109,1,0,0,0]));
const h=(t)=>'sha256-'+createHash('sha256').update(t).digest('base64');
const good=h('globalThis.ran=(globalThis.ran??0)+1; export const a=1;'), bad=h('x');
const wgood=h(Buffer.from([0,97,115,109,1,0,0,0]));
const page=(pre='')=>`<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'">${pre}<p>x`;
const faults={ 'a.html':{body:page(),type:'text/html'},
 'p.html':{body:page(`<link rel="preload" href="w.wasm" as="fetch" crossorigin integrity="${wgood}">`),type:'text/html'},
 'q.html':{body:page(`<link rel="preload" href="w.wasm" as="fetch" crossorigin>`),type:'text/html'},
 'mp.html':{body:page(`<link rel="modulepreload" href="m.js" integrity="${good}">`),type:'text/html'}};
const server=await serve(dir,{faults});
for (const e of ['chromium','firefox','webkit']) {
  const {launch}=await import(`./engines/${e}.mjs`); const b=await launch({}); const p=await b.newPage();
  const tryit=(integrity)=>p.eval(async (integrity)=>{
    const url=new URL('m.js',location.href).href; const out=[];
    const link=document.createElement('link'); link.rel='modulepreload'; link.integrity=integrity; link.href=url;
    out.push(await new Promise(r=>{link.onload=()=>r('load');link.onerror=()=>r('error');document.head.append(link);setTimeout(()=>r('timeout'),2000)}));
    out.push('ran '+globalThis.ran);
    try{await import(url);out.push('imported')}catch(x){out.push(String(x))}
    out.push('ran '+globalThis.ran); return out; },integrity);
  await p.open(server.url+'a.html'); console.log(e,'bad',await tryit(bad));
  await p.open(server.url+'a.html'); server.log.length=0; console.log(e,'good',await tryit(good), server.log.map(x=>x.path).join(' '));
  await p.open(server.url+'mp.html'); server.log.length=0; console.log(e,'mp good',await tryit(good), server.log.map(x=>x.path).join(' '));
  for (const doc of ['p.html','q.html']) { server.log.length=0; await p.open(server.url+doc);
  console.log(e,doc,await p.eval(async(i)=>{ await new Promise(r=>setTimeout(r,300)); const out=[]; try{const r=await fetch('w.wasm',{integrity:i});out.push((await r.arrayBuffer()).byteLength)}catch(x){out.push(String(x))} return out},wgood), server.log.map(x=>x.path).join(' '));
  server.log.length=0; await p.open(server.url+doc+'?2');
  console.log(e,doc,'plain fetch',await p.eval(async()=>{ await new Promise(r=>setTimeout(r,300)); const r=await fetch('w.wasm'); return (await r.arrayBuffer()).byteLength}), server.log.map(x=>x.path).join(' ')); }
  await p.close(); await b.close();
}
await server.close();
