async function e(t){let a=await fetch(t,{credentials:"same-origin",mode:"cors"});if(!a.ok)throw new Error(`found status ${a.status} for ${t.pathname}`);return await a.json()}export{e as a};
