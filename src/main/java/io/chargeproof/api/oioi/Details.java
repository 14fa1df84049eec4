package io.chargeproof.api.oioi;

import io.chargeproof.testdata.Letters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A user's details, as members and as paths such as {@code address.street}. */
public final class Details {
    /** The members that are text. */
    public static final List<String> TEXTS =
            List.of("first-name", "last-name", "billing-name", "locale", "vat", "social-security-number", "phone");

    /** The members that are addresses. */
    public static final List<String> ADDRESSES = List.of("address", "billing-address");

    /** The members of an address. */
    public static final List<String> ADDRESS_MEMBERS = List.of("street", "street-number", "zip", "city", "country");

    /** Countries whose postcodes have five digits. */
    public static final List<String> FURTHER_COUNTRIES = List.of(
            "SE", "EE", "HR", "GR", "TR", "UA", "RS", "ME", "BA", "MC", "SM", "MX", "US", "PR", "CR", "CU", "DO", "GT",
            "NI", "PE", "UY", "TH", "MY", "ID", "KR", "KH", "LA", "MM", "LK", "NP", "PK", "BT", "SA", "KW", "JO", "IQ",
            "EG", "MA", "DZ", "LY", "SN", "KE", "ZM");

    private static final List<String> CITIES = List.of("Berlin", "Hamburg", "Leipzig", "Bremen", "Dresden");
    private static final List<String> BILLING_CITIES = List.of("Brugge", "Gent", "Leuven", "Namur", "Mons");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "IT", "ES", "FI");
    private static final List<String> BILLING_COUNTRIES = List.of("BE", "AT", "DK", "LU", "CH", "HU");
    private static final List<String> LOCALES = List.of("de", "nl", "fr", "en", "it");

    private static final List<String> MEMBERS =
            Stream.concat(TEXTS.stream(), ADDRESSES.stream()).toList();

    private static final List<String> TEXT_PATHS = Stream.concat(
                    TEXTS.stream(),
                    ADDRESSES.stream()
                            .flatMap(address -> ADDRESS_MEMBERS.stream().map(member -> address + "." + member)))
            .toList();

    private Details() {}

    /** All members that a post may bear, addresses included. */
    public static List<String> members() {
        return MEMBERS;
    }

    /** The paths of everything that is text, in addresses too. */
    public static List<String> textPaths() {
        return TEXT_PATHS;
    }

    /** The paths of a member, one in each address if it is a member of an address. */
    public static List<String> pathsOf(String member) {
        return ADDRESS_MEMBERS.contains(member)
                ? ADDRESSES.stream().map(address -> address + "." + member).toList()
                : List.of(member);
    }

    /**
     * Complete details that differ from those of the numbers beside it in every text, the two addresses from one another too.
     *
     * @param vat the VAT number, or null
     */
    public static ObjectNode complete(int number, JsonNode vat) {
        return complete(number, vat, "");
    }

    /**
     * The same with the mark of the run that posts them.
     *
     * @param vat the VAT number, or null
     */
    public static ObjectNode complete(int number, JsonNode vat, RunMark mark) {
        return complete(number, vat, mark.words() + " ");
    }

    private static ObjectNode complete(int number, JsonNode vat, String mark) {
        ObjectNode details = JsonMapper.shared().createObjectNode();
        String letters = Letters.of(number);
        details.put("first-name", "Anna" + letters);
        details.put("last-name", "Vogel" + letters);
        details.set(
                "address",
                address(
                        "Lindenweg " + mark + letters,
                        houseNumber(number % 2 == 0, number + 10),
                        "0" + (1_000 + number % 9_000),
                        pick(CITIES, number),
                        pick(COUNTRIES, number)));
        details.put("locale", pick(LOCALES, number));
        details.set("vat", vat);
        details.put("social-security-number", "SSN" + (100_000 + number));
        details.put("billing-name", (mark.isEmpty() ? "Vogel Energie " : mark) + letters);
        details.set(
                "billing-address",
                address(
                        "Rue Haute " + mark + letters,
                        houseNumber(number % 2 != 0, number + 500),
                        Integer.toString(1_000 + number % 8_000),
                        pick(BILLING_CITIES, number),
                        pick(BILLING_COUNTRIES, number)));
        details.put("phone", "+49 151 845" + (10_000 + number % 90_000));
        return details;
    }

    /** What stands at a path; a missing node where nothing does. */
    public static JsonNode at(JsonNode details, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? details.path(path) : at(details.path(path.substring(0, dot)), path.substring(dot + 1));
    }

    /** A copy with something else at a path. */
    public static ObjectNode with(ObjectNode details, String path, JsonNode value) {
        ObjectNode copy = details.deepCopy();
        parent(copy, path).ifPresent(parent -> parent.set(name(path), value));
        return copy;
    }

    /** A copy with nothing at a path. */
    public static ObjectNode without(ObjectNode details, String path) {
        ObjectNode copy = details.deepCopy();
        parent(copy, path).ifPresent(parent -> parent.remove(name(path)));
        return copy;
    }

    /** Whether two states of a user are the same in every text; null and nothing at all are alike. */
    public static boolean isSame(JsonNode one, JsonNode other) {
        return textPaths().stream().allMatch(path -> Comparison.same(at(one, path), at(other, path)));
    }

    /** The same but for what a target may make of a text that it stores, such as a phone number without its blanks. */
    public static boolean isSameInMeaning(JsonNode one, JsonNode other) {
        return differing(one, other).isEmpty();
    }

    /** The texts in which two states of a user differ by more than what a target may make of a text. */
    public static List<String> differing(JsonNode one, JsonNode other) {
        return textPaths().stream()
                .filter(path -> !Comparison.same(at(one, path), at(other, path))
                        && !Comparison.sameMeaning(path).test(at(one, path), at(other, path)))
                .toList();
    }

    /** What a read showed as the details of a post, complete, since what becomes of a member that is left out isn't said. */
    public static ObjectNode postable(ObjectNode user) {
        ObjectNode details = JsonMapper.shared().createObjectNode();
        members().forEach(member -> details.set(member, user.optional(member).orElse(details.nullNode())));
        return details;
    }

    private static ObjectNode address(String street, String number, String zip, String city, String country) {
        ObjectNode address = JsonMapper.shared().createObjectNode();
        address.put("street", street);
        address.put("street-number", number);
        address.put("zip", zip);
        address.put("city", city);
        address.put("country", country);
        return address;
    }

    /** The pages show a single number, and several in a row; short ones, as a column for them may be. */
    private static String houseNumber(boolean several, int first) {
        int number = first % 1000;
        return several ? number + " - " + (number + 2) : Integer.toString(number);
    }

    private static Optional<ObjectNode> parent(ObjectNode details, String path) {
        JsonNode parent = path.contains(".") ? at(details, path.substring(0, path.lastIndexOf('.'))) : details;
        return parent instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String pick(List<String> values, int number) {
        return values.get(Math.floorMod(number, values.size()));
    }
}
