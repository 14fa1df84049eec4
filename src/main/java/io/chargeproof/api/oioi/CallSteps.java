package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.profile.Secret;
import io.chargeproof.scenario.HostileKind;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.chargeproof.scenario.TableRow;
import io.chargeproof.testdata.BrokenBody;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValues;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The user calls with wrong users, wrong keys, and forms that can't be meant. */
public final class CallSteps {
    private static final String MEMBERS_ALONE = "no user, and its members in its place";
    private static final HostileValue AS_TEXT =
            new HostileValue("the right object as text", HostileValue.Category.WRONG_TYPE, "");

    private final UserFixtures users;
    private final PostedDetails posts;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final RunContext setting;
    private final LogIns logIns;

    /** Steps of a scenario. */
    public CallSteps(
            UserFixtures users,
            PostedDetails posts,
            ScenarioClient wire,
            SentRequests sentRequests,
            RunContext setting,
            LogIns logIns) {
        this.users = users;
        this.posts = posts;
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.setting = setting;
        this.logIns = logIns;
    }

    @When("{calls} is/are made for each of these users:")
    public void madeForTheseUsers(List<UserCall> calls, DataTable table) {
        UserReference references = new UserReference(users.get(Role.PRIMARY), users.otherThan(Role.PRIMARY));
        for (UserCall call : calls) {
            for (TableRow row : TableRow.of(table)) {
                makeFor(call, references, row.get("user"));
            }
        }
        if (sentRequests.all().isEmpty()) {
            throw new MissingTestDataException(
                    "the profile's test users lack what the scenario needs: another user, or an evco-id or rfid");
        }
    }

    private void makeFor(UserCall call, UserReference references, String name) {
        Optional<SentRequest> loggedIn = logIns.make(call, name);
        if (loggedIn.isPresent()) {
            sentRequests.add(loggedIn.get());
        } else {
            makeOnDetails(call, references, name);
        }
    }

    private void makeOnDetails(UserCall call, UserReference references, String name) {
        ObjectNode details = details(call);
        if (name.equals(MEMBERS_ALONE)) {
            sweep(call, withMembersAlone(call), details);
            return;
        }
        references.named(name).ifPresent(user -> {
            HttpRequest right = request(call, user, details);
            HttpRequest named = right.named(name);
            sweep(call, UserReference.isDocumented(call, user) ? named : malformed(right, name), details);
        });
    }

    /** A call whose user's members stand where the user belongs. */
    private HttpRequest withMembersAlone(UserCall call) {
        HttpRequest right = right(call);
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(right.body().text());
        ObjectNode inner = (ObjectNode) json.path(call.label());
        inner.setAll((ObjectNode) inner.remove("user"));
        return malformed(right, MEMBERS_ALONE).withBody(Body.of(json.toString()));
    }

    /** By one identifier is by another than the row before, so that each has its turn. */
    @When("{calls} is/are made with each of these keys:")
    public void madeWithTheseKeys(List<UserCall> calls, DataTable table) {
        for (UserCall call : calls) {
            List<IdentifierType> types = typesOf(call);
            int turn = 0;
            for (TableRow row : TableRow.of(table)) {
                List<IdentifierType> meant = !row.has("by") || row.get("by").equals("each identifier")
                        ? types
                        : List.of(types.get(turn++ % types.size()));
                meant.forEach(type -> makeWithKey(call, type, row.get("key"), key()));
            }
        }
    }

    private Secret key() {
        Secret key = users.target().apiKey();
        if (key == null) {
            throw new MissingTestDataException("the profile has no oioi.api-key");
        }
        return key;
    }

    /** How the primary user may be identified in a call; only posts take a token for it. */
    private List<IdentifierType> typesOf(UserCall call) {
        return Stream.of(IdentifierType.values())
                .filter(type -> type != IdentifierType.TOKEN || call == UserCall.POST_DETAILS)
                .filter(type -> type.of(users.get(Role.PRIMARY)).isPresent())
                .toList();
    }

    private void makeWithKey(UserCall call, IdentifierType type, String name, Secret key) {
        ObjectNode details = details(call);
        HttpRequest right = request(call, users.reference(Role.PRIMARY, type), details);
        KeyVariants.apply(name, right, key.value())
                .map(request -> request.named(name + " by " + type.label()))
                .ifPresent(request -> sweep(call, request, details));
    }

    @When("{calls} is/are made with each {bodies}")
    public void madeWithBrokenBodies(List<UserCall> calls, List<BrokenBody> bodies) {
        for (UserCall call : calls) {
            for (BrokenBody broken : bodies) {
                HttpRequest right = right(call);
                sentRequests.add(wire.sweep(malformed(right, broken.name())
                        .withBody(broken.inPlaceOf(right.body().text()))));
            }
        }
    }

    @When("{calls} is/are made under the {word} {string}")
    public void madeUnder(List<UserCall> calls, String what, String text) {
        for (UserCall call : calls) {
            HttpRequest right = right(call);
            HttpRequest other = malformed(right, "the " + what + " '" + text + "'");
            sentRequests.add(wire.sweep(
                    switch (what) {
                        case "name" ->
                            other.withBody(Body.of(right.body().text().replaceFirst(call.label(), text)));
                        // Who insists on the type as it is shown may call another malformed.
                        case "content-type" -> other.withHeaders(right.headers().with(what, text));
                        default -> throw new IllegalArgumentException("a call is made under a name or a content-type");
                    }));
        }
    }

    @When("both calls are made in one request")
    public void bothCallsAreMadeInOneRequest() {
        ObjectNode user = users.reference(Role.PRIMARY, IdentifierType.USERNAME);
        ObjectNode both = UserRequests.call(UserCall.GET_DETAILS, user, null);
        both.setAll(UserRequests.call(UserCall.POST_DETAILS, user, users.newDetails(Role.PRIMARY, wire)));
        sentRequests.add(
                wire.send(malformed(users.requests().of(UserCall.POST_DETAILS, both), "both calls in one request")));
    }

    @When("{calls} bear(s) each {values} in its {word}")
    public void bear(List<UserCall> calls, HostileKind kind, String member) {
        for (UserCall call : calls) {
            bear(call, member, kind == HostileKind.WRONG_TYPE ? wrongTypes(call, member) : sampled(kind, member));
        }
    }

    private List<HostileValue> sampled(HostileKind kind, String member) {
        return setting.sample("user." + member, kind.all());
    }

    /** Null is one too where something has to be; a token may be left out. A post, whose user a read bears as well, has one of each. */
    private List<HostileValue> wrongTypes(UserCall call, String member) {
        List<HostileValue> all = HostileValues.all().stream()
                .filter(value -> value.category() == HostileValue.Category.WRONG_TYPE
                        || (value.category() == HostileValue.Category.NULL && !member.equals("token")))
                .toList();
        List<HostileValue> wrong =
                new ArrayList<>(call == UserCall.POST_DETAILS ? setting.sampleOfEachType("user." + member, all) : all);
        if (member.equals("user")) {
            wrong.add(AS_TEXT);
        }
        return wrong;
    }

    private void bear(UserCall call, String member, List<HostileValue> values) {
        String inner = member.equals("user") ? "user" : "user." + member;
        for (HostileValue value : values) {
            HttpRequest right = right(call);
            ObjectNode json =
                    (ObjectNode) JsonMapper.shared().readTree(right.body().text());
            String path = call.label() + "." + inner;
            String rightValue = RawMember.at(json, path).toString();
            String raw = value.equals(AS_TEXT)
                    ? JsonMapper.shared().writeValueAsString(rightValue)
                    : value.jsonFor(rightValue);
            sentRequests.add(wire.sweep(malformed(right, value.name() + " in " + member)
                    .withBody(Body.of(RawMember.replace(json, path, raw)))));
        }
    }

    private void sweep(UserCall call, HttpRequest request, ObjectNode details) {
        if (call == UserCall.POST_DETAILS) {
            posts.sweep(new PreparedPost(request, details, Details.textPaths()));
        } else {
            sentRequests.add(wire.sweep(request));
        }
    }

    private HttpRequest right(UserCall call) {
        return request(call, users.reference(Role.PRIMARY, IdentifierType.USERNAME), details(call));
    }

    private ObjectNode details(UserCall call) {
        return call == UserCall.POST_DETAILS
                ? users.newDetails(Role.PRIMARY, wire)
                : JsonMapper.shared().createObjectNode();
    }

    private HttpRequest request(UserCall call, JsonNode user, ObjectNode details) {
        return switch (call) {
            case GET_DETAILS -> users.requests().read(user);
            case POST_DETAILS -> users.requests().post(user, details);
            case VERIFY -> throw new IllegalArgumentException("a log-in is made for users, in no other way");
        };
    }

    private static HttpRequest malformed(HttpRequest request, String what) {
        return request.withPurpose(request.purpose().as(what).with(RequestTrait.MALFORMED));
    }
}
