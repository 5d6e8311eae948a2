/** What a message wants filled in: `count` → `plural`, `name` → `text`, `link` → `tag`. */
export type Arguments = Map<string, string>;

class Reader {
  at = 0;
  readonly found: Arguments = new Map();
  constructor(readonly text: string) {}

  fail(what: string): never {
    throw new Error(`${what} at ${this.at} in "${this.text}"`);
  }

  word(): string {
    const word = /^\s*([^\s,{}]+)\s*/.exec(this.text.slice(this.at));
    if (!word) this.fail('a name is missing');
    this.at += word[0].length;
    return word[1] ?? '';
  }

  /** Text until the end, or until the brace that closes the branch of a plural or select. */
  message(nested: boolean): void {
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === "'") this.quote();
      else if (char === '{') this.argument();
      else if (char === '}') {
        if (!nested) this.fail('a closing brace too many');
        return;
      } else if (char === '<') this.tag();
      else this.at += 1;
    }
    if (nested) this.fail('a closing brace is missing');
  }

  /** `''` is an apostrophe; `'{` begins text that is meant literally, until the next `'`. */
  quote(): void {
    const quoted = /^'(?:'|[{}<>#][^']*(?:''[^']*)*'?)?/.exec(this.text.slice(this.at));
    this.at += quoted?.[0].length ?? 1;
  }

  tag(): void {
    const tag = /^<\/?([a-zA-Z]\w*)\s*\/?>/.exec(this.text.slice(this.at));
    if (tag?.[1]) this.found.set(tag[1], 'tag');
    this.at += tag?.[0].length ?? 1;
  }

  argument(): void {
    this.at += 1;
    const name = this.word();
    if (this.text[this.at] === '}') {
      this.at += 1;
      if (!this.found.has(name)) this.found.set(name, 'text');
      return;
    }
    if (this.text[this.at] !== ',') this.fail('a comma is missing');
    this.at += 1;
    const kind = this.word();
    this.found.set(name, kind);
    if (/^(plural|select|selectordinal)$/.test(kind)) this.branches(name);
    else this.style();
  }

  style(): void {
    const end = this.text.indexOf('}', this.at);
    if (end < 0) this.fail('a closing brace is missing');
    this.at = end + 1;
  }

  branches(name: string): void {
    const names: string[] = [];
    if (this.text[this.at] !== ',') this.fail(`the branches of {${name}} are missing`);
    this.at += 1;
    while (/^\s*[^\s}]/.test(this.text.slice(this.at))) {
      const branch = this.word();
      if (branch.startsWith('offset:')) continue;
      if (this.text[this.at] !== '{') this.fail('an opening brace is missing');
      this.at += 1;
      names.push(branch);
      this.message(true);
      this.at += 1;
    }
    if (this.text[this.at + this.blanks()] !== '}') this.fail('a closing brace is missing');
    this.at += this.blanks() + 1;
    if (!names.includes('other')) this.fail(`{${name}} has no branch "other"`);
  }

  blanks(): number {
    return /^\s*/.exec(this.text.slice(this.at))?.[0].length ?? 0;
  }
}

/** The arguments of an ICU message. Throws, with the place, when it is malformed. */
export function argumentsOf(message: string): Arguments {
  const reader = new Reader(message);
  reader.message(false);
  return reader.found;
}
