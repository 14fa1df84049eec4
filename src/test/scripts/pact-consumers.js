// Has consumers that are tested with @pact-foundation/pact write their pacts, of specifications 3 and 4, with matchers,
// generators and states.
//
//   NODE_PATH=target/pact-core/node_modules node src/test/scripts/pact-consumers.js FOLDER
process.env.PACT_DO_NOT_TRACK = 'true';
const { PactV3, PactV4, MatchersV3: M } = require('@pact-foundation/pact');

const folder = process.argv[2];
const of = consumer => ({ consumer, provider: 'provider', dir: folder, logLevel: 'error' });
const json = { 'Content-Type': 'application/json' };

const shown = {
  id: M.integer(1),
  name: M.string('Jan'),
  born: M.date('yyyy-MM-dd', '2020-01-31'),
  at: M.datetime("yyyy-MM-dd'T'HH:mm:ss", '2020-01-31T10:00:00'),
  tags: M.atLeastLike('a', 1),
  ok: M.boolean(true),
  rate: M.decimal(1.5),
  uuid: M.uuid('936da01f-9abd-4d9d-80c7-02af85c822a8'),
  nothing: M.nullValue(),
  some: M.arrayContaining('x', M.integer(2)),
  by: M.eachKeyLike('k', M.integer(3)),
};

async function version3() {
  const pact = new PactV3(of('npm-v3'));
  pact
    .given('a user', { id: 1 })
    .uponReceiving('a user is asked for')
    .withRequest({
      method: 'GET',
      path: M.fromProviderState('/users/${id}', '/users/1'),
      query: { q: M.like('a') },
      headers: { Accept: M.regex(/.*json.*/, 'application/json') },
    })
    .willRespondWith({ status: 200, headers: { 'Content-Type': M.regex(/application\/json.*/, 'application/json') }, body: shown });
  await pact.executeTest(async server => {
    await (await fetch(server.url + '/users/1?q=b', { headers: { Accept: 'application/json' } })).text();
  });
}

async function version4() {
  const user = { id: M.integer(1), name: M.like('Jan'), list: M.eachLike({ a: M.number(1) }) };
  await new PactV4(of('npm-v4'))
    .addInteraction()
    .given('a user', { id: 1 })
    .uponReceiving('a user is posted')
    .withRequest('POST', '/users', request => request.headers(json).jsonBody({ name: M.like('Jan') }))
    .willRespondWith(201, answer => answer.headers(json).jsonBody(user))
    .executeTest(async server => {
      await (await fetch(server.url + '/users', { method: 'POST', headers: json, body: '{"name":"Eva"}' })).text();
    });
}

version3()
  .then(version4)
  .catch(error => {
    console.error(error);
    process.exit(1);
  });
