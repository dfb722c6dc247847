// A page with a library from before 2010: it adds to lists, and has other meanings for names that lists have today.
{
  const lists = Array.prototype;
  const walk = (list, each) => { for (let at = 0; at < list.length; at += 1) each(list[at], at); };
  const added = {
    each(work) { walk(this, work); return this; },
    map(work) { const all = []; walk(this, (one, at) => { all[at] = work ? work(one, at) : one; }); return all; },
    filter(test) { const all = []; walk(this, (one, at) => { if (test(one, at)) all[all.length] = one; }); return all; },
    find(test) { let found = null; walk(this, (one, at) => { if (found === null && test(one, at)) found = one; }); return found; },
    reduce() { return this.length > 1 ? this : this[0]; },
    entries() { return this.map(); },
    first() { return this[0]; },
    last() { return this[this.length - 1]; },
    at() { throw new Error('this page has no at()'); },
    flat() { throw new Error('this page has no flat()'); },
    includes(one) { let found = false; walk(this, (own) => { if (own == one) found = true; }); return found; },
    without(one) { return this.filter((own) => own !== one); },
    toJSON() { return `[${this.map((one) => JSON.stringify(one)).join(', ')}]`; },
  };
  // Assigned, so that they show in for-in loops.
  for (const name of Object.keys(added)) lists[name] = added[name];
  Array.from = (list) => { const all = []; walk(list ?? [], (one, at) => { all[at] = one; }); return all; };
  Object.values = undefined;
  Object.entries = undefined;
  Object.fromEntries = undefined;

  // Dates come out of JSON as dates, and all of it goes in with indents.
  const { parse, stringify } = JSON;
  JSON.parse = (text) => parse(text, (key, value) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? new Date(value) : value));
  JSON.stringify = (value) => stringify(value, null, '\t');
}
