package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.TableRow;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValue.Category;
import io.chargeproof.testdata.RawMember;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Posts to the primary user, by name if nothing else is said, whose new details have something special. In the tables of
 * features a member may be {@code each member}, {@code all members} at once, several that bear the same, or the {@code details}
 * as a whole, which may stand {@code <in a string>} or {@code <in a list>}. A value is JSON, {@code left out},
 * {@code <70 letters>} in several members, {@code <first and last name>} together, or {@code <valid VAT number>}, which the
 * profile has, and which may be written {@code in groups}; the {@code countries} of the two addresses come with postcodes. A
 * column {@code and null} names a member that is null besides, and {@code posted by} another identifier.
 */
final class PostTable {
    private static final String OTHER_COUNTRIES = "<two others>";
    private static final String POSTCODE = "10115";
    private static final String LETTERS = "<(\\d+) letters>";
    private static final String USER = UserCall.POST_DETAILS.label() + ".user";
    private static final String DETAILS = UserCall.POST_DETAILS.label() + ".details";

    /** What a target may take as it is, so that a read has to show it. */
    private static final Set<Category> COMPARABLE = EnumSet.of(
            Category.TEXT, Category.LONG, Category.COMPOSED, Category.ENDS, Category.MARKUP, Category.MIXED_MARKUP);

    private final UserFixtures users;
    private final ScenarioClient wire;

    /** Drafts of a scenario. */
    PostTable(UserFixtures users, ScenarioClient wire) {
        this.users = users;
        this.wire = wire;
    }

    /** The posts that a row asks for: one for each member that it means, and for each address where it is one of an address. */
    List<PreparedPost> of(TableRow row) {
        Stream<PreparedPost> drafts = of(row.get("member"), row.get("value")).stream();
        if (row.has("and null")) {
            drafts = drafts.map(draft -> andNull(draft, row.get("and null")));
        }
        if (row.has("posted by")) {
            drafts = drafts.flatMap(draft -> postedBy(IdentifierType.called(row.get("posted by")), draft).stream());
        }
        return drafts.toList();
    }

    /** A post of new details. */
    PreparedPost complete() {
        ObjectNode details = newDetails();
        return new PreparedPost(right(details).named("new details"), details, Details.textPaths());
    }

    /** A post of these details once more, of which but the members of a row become others. */
    PreparedPost renewed(ObjectNode before, TableRow row) {
        ObjectNode fresh = newDetails();
        ObjectNode details = before;
        String members = row.get("member");
        for (String path : paths(members)) {
            details = Details.with(details, path, renewed(before, fresh, path, row.get("becomes")));
        }
        return new PreparedPost(
                right(details).named("details of which but " + members + " changed"), details, Details.textPaths());
    }

    private static JsonNode renewed(ObjectNode before, ObjectNode fresh, String path, String how) {
        String same = Details.at(before, path).asString("");
        return switch (how) {
            case "another" -> Details.at(fresh, path);
            case "the same in capitals" -> StringNode.valueOf(same.toUpperCase(Locale.ROOT));
            case "the same but for an accent" -> StringNode.valueOf(same.replaceFirst("[Ee]", "\u00c9"));
            default ->
                throw new IllegalArgumentException("nothing becomes '" + how
                        + "'; write 'another', 'the same in capitals' or 'the same but for an accent'");
        };
    }

    private List<PreparedPost> of(String member, String value) {
        return switch (member) {
            case "details" -> List.of(instead(value));
            case "all members" -> List.of(inEach(Details.members(), value, "each member"));
            case "countries" -> List.of(inCountries(value.equals(OTHER_COUNTRIES) ? others() : value));
            case "each member" ->
                Details.members().stream()
                        .map(each -> with(each, value, value + " in " + each))
                        .toList();
            default -> member.contains(",") ? List.of(inEach(paths(member), value, member)) : withEach(member, value);
        };
    }

    /** Two addresses, each in a country that is said together with a postcode of its form. */
    private PreparedPost inCountries(String two) {
        ObjectNode details = newDetails();
        List<String> countries = List.of(two.split(", *"));
        for (int i = 0; i < countries.size(); i++) {
            String[] codes = countries.get(i).split(" ", 2);
            String address = Details.ADDRESSES.get(i);
            details = Details.with(details, address + ".country", StringNode.valueOf(codes[0]));
            details = Details.with(details, address + ".zip", StringNode.valueOf(codes[1]));
        }
        return new PreparedPost(right(details).named("addresses in " + two), details, Details.pathsOf("country"));
    }

    /** The same without what a target may refuse it for that it isn't about: postcodes of a form that it doesn't know. */
    Optional<PreparedPost> without(PreparedPost draft, TableRow row) {
        if (!row.get("member").equals("countries")) {
            return Optional.empty();
        }
        ObjectNode details = draft.details();
        for (String path : Details.pathsOf("zip")) {
            details = Details.with(details, path, StringNode.valueOf(POSTCODE));
        }
        HttpRequest request = right(details);
        return Optional.of(new PreparedPost(
                request.named(draft.request().purpose().variant() + ", all with the postcode " + POSTCODE),
                details,
                draft.paths()));
    }

    private String others() {
        return users.some(Details.FURTHER_COUNTRIES, 2).stream()
                .map(country -> country + " " + POSTCODE)
                .collect(Collectors.joining(", "));
    }

    private static PreparedPost andNull(PreparedPost draft, String path) {
        ObjectNode body = parsedBody(draft.request());
        HttpRequest request = draft.request().withBody(Body.of(RawMember.replace(body, DETAILS + "." + path, "null")));
        return new PreparedPost(
                request.named(request.purpose().variant() + " and no " + path),
                Details.with(draft.details(), path, NullNode.getInstance()),
                draft.paths());
    }

    /** The same by another identifier, if the user has it. */
    private Optional<PreparedPost> postedBy(IdentifierType type, PreparedPost draft) {
        if (type.of(users.get(Role.PRIMARY)).isEmpty()) {
            return Optional.empty();
        }
        ObjectNode reference = users.reference(Role.PRIMARY, type);
        Body body = Body.of(RawMember.replace(parsedBody(draft.request()), USER, reference.toString()));
        HttpRequest request = draft.request().withBody(body);
        return Optional.of(new PreparedPost(
                request.named(request.purpose().variant() + " by " + type.label()), draft.details(), draft.paths()));
    }

    private List<PreparedPost> withEach(String member, String value) {
        return Details.pathsOf(member).stream()
                .map(path -> with(path, value, path + " " + value))
                .toList();
    }

    /** The paths of the members in a list. */
    private static List<String> paths(String members) {
        return Stream.of(members.split(", *"))
                .flatMap(member -> Details.pathsOf(member).stream())
                .toList();
    }

    /** One post with all that several are about, whose members don't meet. */
    PreparedPost together(List<PreparedPost> drafts) {
        if (drafts.size() == 1) {
            return drafts.get(0);
        }
        ObjectNode details = newDetails();
        List<String> paths = new ArrayList<>();
        for (PreparedPost draft : drafts) {
            for (String path : draft.paths()) {
                details = Details.with(details, path, Details.at(draft.details(), path));
                paths.add(path);
            }
        }
        String words = drafts.stream()
                .map(draft -> draft.request().purpose().variant())
                .collect(Collectors.joining(", "));
        return new PreparedPost(right(details).named(words), details, paths);
    }

    /** A post with a hostile value in several members. */
    PreparedPost hostile(List<String> members, HostileValue value) {
        ObjectNode details = newDetails();
        ObjectNode meant = details;
        Map<String, String> raw = new LinkedHashMap<>();
        for (String path : members) {
            String json = value.jsonFor(Details.at(details, path).toString());
            raw.put(DETAILS + "." + path, json);
            if (COMPARABLE.contains(value.category())) {
                meant = Details.with(meant, path, parsed(json));
            }
        }
        HttpRequest right = right(details);
        HttpRequest request = malformed(
                right.withBody(Body.of(RawMember.replace(parsedBody(right), raw))),
                value.name() + " in " + String.join(", ", members));
        return new PreparedPost(request, meant, COMPARABLE.contains(value.category()) ? members : List.of());
    }

    /** Posts with a text in place of an address: one that a person may write, and the right address as JSON in a string. */
    List<PreparedPost> textsIn(String address) {
        ObjectNode details = newDetails();
        return List.of(
                textIn(address, details, "Lindenweg 1, Berlin", "a text in " + address),
                textIn(address, details, Details.at(details, address).toString(), "JSON in a string in " + address));
    }

    private PreparedPost textIn(String address, ObjectNode details, String text, String words) {
        HttpRequest request = right(details).withBody(raw(details, "." + address, inString(text)));
        return new PreparedPost(
                malformed(request, words), Details.with(details, address, StringNode.valueOf(text)), List.of(address));
    }

    private static String inString(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private PreparedPost with(String path, String value, String words) {
        return switch (value) {
            case "left out" -> without(path);
            case "<valid VAT number>" -> validVat(path, "a valid VAT number", valid -> valid);
            case "<valid VAT number in groups>" -> validVat(path, "a valid VAT number in groups", PostTable::inGroups);
            case "<first and last name>" -> bothNames(path);
            default -> json(path, value, words);
        };
    }

    private PreparedPost bothNames(String path) {
        ObjectNode details = newDetails();
        String names = details.path("first-name").asString() + " "
                + details.path("last-name").asString();
        return text(path, names, "the first and the last name in " + path, details);
    }

    /** A post of these details with another text in one place. */
    private PreparedPost text(String path, String text, String words, ObjectNode details) {
        details.put(path, text);
        return new PreparedPost(right(details).named(words), details, List.of(path));
    }

    private PreparedPost json(String path, String json, String words) {
        ObjectNode details = newDetails();
        HttpRequest request = right(details).withBody(raw(details, "." + path, json));
        return new PreparedPost(request.named(words), Details.with(details, path, said(parsed(json))), List.of(path));
    }

    private PreparedPost without(String path) {
        ObjectNode details = Details.without(newDetails(), path);
        return new PreparedPost(malformed(right(details), "no " + path), details, List.of(path));
    }

    private static String inGroups(String vat) {
        return vat.substring(0, 2) + " " + vat.substring(2).replaceAll("(...)(?=.)", "$1.");
    }

    private PreparedPost validVat(String path, String words, UnaryOperator<String> form) {
        String valid = users.target().validVat();
        if (valid == null) {
            throw new MissingTestDataException("the profile has no oioi.valid-vat");
        }
        return text(path, form.apply(valid), words, newDetails());
    }

    /** The same value in several places at once. */
    private PreparedPost inEach(List<String> paths, String value, String where) {
        JsonNode same = said(value.matches(LETTERS) ? letters(value) : parsed(value));
        ObjectNode details = newDetails();
        for (String path : paths) {
            details = Details.with(details, path, same);
        }
        return new PreparedPost(right(details).named(value + " in " + where), details, leaves(paths, same));
    }

    /** What is compared are texts, those within an object too. */
    private static List<String> leaves(List<String> paths, JsonNode value) {
        return value.isObject()
                ? paths.stream()
                        .flatMap(path -> value.propertyNames().stream().map(name -> path + "." + name))
                        .toList()
                : paths;
    }

    private static JsonNode letters(String value) {
        int length = Integer.parseInt(value.replaceAll(LETTERS, "$1"));
        return StringNode.valueOf("Lindenallee".repeat(length).substring(0, length));
    }

    private PreparedPost instead(String value) {
        ObjectNode details = newDetails();
        return new PreparedPost(
                switch (value) {
                    case "left out" -> malformed(right(details).withBody(withoutDetails(right(details))), "no details");
                    case "<in a string>" ->
                        instead(details, inString(details.toString()), "details as JSON in a string");
                    case "<in a list>" -> instead(details, "[" + details + "]", "details in a list");
                    default -> instead(details, value, "details " + value);
                },
                details,
                List.of());
    }

    private HttpRequest instead(ObjectNode details, String json, String words) {
        return malformed(right(details).withBody(raw(details, "", json)), words);
    }

    private ObjectNode newDetails() {
        return users.newDetails(Role.PRIMARY, wire);
    }

    private HttpRequest right(ObjectNode details) {
        return users.requests().post(users.reference(Role.PRIMARY, IdentifierType.USERNAME), details);
    }

    private Body raw(ObjectNode details, String path, String json) {
        return Body.of(RawMember.replace(parsedBody(right(details)), DETAILS + path, json));
    }

    private static Body withoutDetails(HttpRequest right) {
        return Body.of(Details.without(parsedBody(right), DETAILS).toString());
    }

    private static ObjectNode parsedBody(HttpRequest request) {
        return (ObjectNode) parsed(request.body().text());
    }

    /** A value that stands in a feature is nobody's secret, wherever it is sent. */
    private JsonNode said(JsonNode value) {
        value.asStringOpt().ifPresent(users.accounts()::say);
        return value;
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static HttpRequest malformed(HttpRequest request, String words) {
        return request.withPurpose(request.purpose().as(words).with(RequestTrait.MALFORMED));
    }
}
