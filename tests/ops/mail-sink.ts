// A mail server on loopback that wants a name and a password, and writes every mail into a folder.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const [, , port = '', folder = '', password = ''] = argv;

let count = 0;
new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: (auth, _session, callback) =>
    auth.password === password ? callback(null, { user: auth.username }) : callback(new Error('wrong password')),
  onData(stream, _session, callback) {
    buffer(stream).then((mail) => {
      count += 1;
      writeFileSync(join(folder, `${String(count).padStart(3, '0')}.eml`), mail);
      callback();
    }, callback);
  },
}).listen(Number(port), '127.0.0.1');
