// Verifies NAME.dsse.json with NAME.pub.pem, for each NAME given, and sees that no mutilated one is accepted.
const { readFileSync } = require('node:fs');
const { createPublicKey } = require('node:crypto');
const { toDSSEBundle } = require('@sigstore/bundle');
const { Verifier, toSignedEntity } = require('@sigstore/verify');

// No transparency log, no time stamp and no certificate: the one thing that is trusted is the key.
const THRESHOLDS = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 };

const readKey = (name) => createPublicKey(readFileSync(`${name}.pub.pem`));

/** Whether Sigstore takes the envelope for one that the holder of the key has signed, and why not. */
function refusal(envelope, publicKey) {
  const bundle = toDSSEBundle({
    artifact: Buffer.from(envelope.payload, 'base64'),
    artifactType: envelope.payloadType,
    signature: Buffer.from(envelope.signatures[0].sig, 'base64'),
    keyHint: 'key',
  });
  const trust = {
    certificateAuthorities: [],
    timestampAuthorities: [],
    tlogs: [],
    ctlogs: [],
    publicKey: () => ({ publicKey, validFor: () => true }),
  };
  try {
    new Verifier(trust, THRESHOLDS).verify(toSignedEntity(bundle));
    return null;
  } catch (error) {
    return `${error.code}: ${error.message}`;
  }
}

/** The same Base64 text with one bit of its bytes turned. */
function turned(base64, byte) {
  const bytes = Buffer.from(base64, 'base64');
  bytes[byte] ^= 1;
  return bytes.toString('base64');
}

const names = process.argv.slice(2);
let failures = 0;
function expect(accepted, what, reason) {
  const right = (reason === null) === accepted;
  failures += right ? 0 : 1;
  console.log(`${right ? 'ok' : 'NOT OK'}: ${what} is ${reason === null ? 'accepted' : `refused (${reason})`}`);
}

names.forEach((name, i) => {
  const envelope = JSON.parse(readFileSync(`${name}.dsse.json`));
  const key = readKey(name);
  const signature = envelope.signatures[0].sig;
  const signed = (sig) => ({ ...envelope, signatures: [{ ...envelope.signatures[0], sig }] });
  expect(true, `${name}, whole`, refusal(envelope, key));
  expect(false, `${name}, with another key`, refusal(envelope, readKey(names[(i + 1) % names.length])));
  expect(false, `${name}, a bit of the statement turned`, refusal({ ...envelope, payload: turned(envelope.payload, 40) }, key));
  expect(false, `${name}, another type of payload`, refusal({ ...envelope, payloadType: 'application/json' }, key));
  expect(false, `${name}, a bit of the signature turned`, refusal(signed(turned(signature, 20)), key));
  const statement = JSON.parse(Buffer.from(envelope.payload, 'base64'));
  console.log(`    ${envelope.payloadType}, ${statement._type}, ${statement.predicateType}: ${statement.predicate.result}`);
});
process.exit(failures === 0 && names.length > 0 ? 0 : 1);
