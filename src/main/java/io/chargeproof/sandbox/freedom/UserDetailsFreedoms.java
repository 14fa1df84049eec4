package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Call;
import io.chargeproof.sandbox.user.CallReading;
import io.chargeproof.sandbox.user.DetailsRules;
import io.chargeproof.sandbox.user.Identification;
import io.chargeproof.sandbox.user.Identified;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.Showing;
import io.chargeproof.sandbox.user.UserReference;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Octets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Freedoms of the user calls in who is let in, what is taken, and how a contract is written. */
final class UserDetailsFreedoms {
    private static final JsonMapper PLAIN = JsonMapper.builder().build();
    static final List<String> DETAILS = List.of(
            "first-name",
            "last-name",
            "address",
            "locale",
            "vat",
            "social-security-number",
            "billing-name",
            "billing-address",
            "phone");
    private static final Pattern SEPARATORS = Pattern.compile("[*-]");
    private static final Pattern PARTS = Pattern.compile("(..)(...)(.{9}|.{6})(.?)");
    private static final List<UnaryOperator<String>> NOTATIONS = List.of(
            UserDetailsFreedoms::bare,
            id -> separated(id, "-"),
            id -> bare(id).toLowerCase(Locale.ROOT),
            id -> separated(id, "*"),
            id -> separated(id, "*").toLowerCase(Locale.ROOT));
    private static final int LONG = 255;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-token-never-needed", tokenNeverNeeded(reference -> reference.token() == null)),
            entry("oioi-empty-token-counts-as-none", tokenNeverNeeded(reference -> "".equals(reference.token()))),
            entry("oioi-get-by-token-refused", getByTokenRefused()),
            entry(
                    "oioi-duplicate-names-taken",
                    ofUsers(Decoding.class, next -> body -> isUtf8(body) ? plainly(body.text()) : next.decode(body))),
            entry("oioi-misshapen-details-get-a-reason", misshapenGetReason()),
            entry(
                    "oioi-undocumented-details-refused",
                    refusing(details -> !DETAILS.containsAll(details.propertyNames()))),
            entry("oioi-undocumented-details-kept", undocumentedKept()),
            entry("oioi-omitted-details-cleared", omittedCleared()),
            entry("oioi-long-texts-refused", refusing(details -> hasText(details, text -> text.length() > LONG))),
            entry("oioi-markup-refused", refusing(details -> hasText(details, text -> text.indexOf('<') >= 0))),
            entry(
                    "oioi-control-characters-refused",
                    refusing(details -> hasText(details, text -> text.chars().anyMatch(Character::isISOControl)))),
            entry("oioi-contract-id-bare-and-small", showingContract(id -> bare(id).toLowerCase(Locale.ROOT))),
            entry("oioi-contract-id-with-hyphens", showingContract(id -> separated(id, "-"))),
            entry("oioi-contract-id-without-check-digit", showingContract(UserDetailsFreedoms::withoutCheckDigit)),
            entry("oioi-contract-id-notation-varies", notationVaries()));

    private UserDetailsFreedoms() {}

    private static Variation tokenNeverNeeded(Predicate<UserReference> without) {
        return provider -> provider.withUserStep(
                Identification.class,
                next -> reference -> without.test(reference)
                        ? provider.users()
                                .find(reference.type(), reference.identifier())
                                .<Identified>map(user -> user)
                                .orElseGet(() -> next.identify(reference))
                        : next.identify(reference));
    }

    private static Variation getByTokenRefused() {
        return ofUsers(
                CallReading.class,
                next -> root -> next.read(root)
                        .filter(call -> !(call instanceof Call.GetDetails get
                                && get.user().type() == IdentifierType.TOKEN)));
    }

    private static boolean isUtf8(Octets body) {
        return Octets.of(body.text()).size() == body.size() && body.text().indexOf('\uFFFD') < 0;
    }

    private static Decoded plainly(String body) {
        try {
            JsonNode root = PLAIN.readTree(body);
            return root.isMissingNode() ? new Decoded.Malformed("the body is empty") : new Decoded.Document(root);
        } catch (JacksonException e) {
            return new Decoded.Malformed("the body isn't well-formed JSON");
        }
    }

    private static Variation misshapenGetReason() {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(details)
                        .map(outcome -> outcome instanceof Outcome.Failed
                                ? new Outcome.Objected("The details are not of the form that was agreed")
                                : outcome));
    }

    static Variation refusing(Predicate<ObjectNode> which) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> which.test(details)
                        ? Optional.of(Outcome.failed(ResultCode.INVALID_REQUEST))
                        : next.objection(details));
    }

    private static boolean hasText(JsonNode value, Predicate<String> which) {
        return value.isString()
                ? which.test(value.stringValue())
                : value.values().stream().anyMatch(part -> hasText(part, which));
    }

    private static Variation undocumentedKept() {
        return ofUsers(Posting.class, next -> (user, details) -> {
            ObjectNode more = details.deepCopy().remove(DETAILS);
            user.change(record -> record.setAll(more));
            return next.post(user, details);
        });
    }

    private static Variation omittedCleared() {
        return ofUsers(Posting.class, next -> (user, details) -> {
            ObjectNode whole = details.deepCopy();
            DETAILS.forEach(name -> whole.putIfAbsent(name, whole.nullNode()));
            return next.post(user, whole);
        });
    }

    private static Variation showingContract(UnaryOperator<String> notation) {
        return ofUsers(Showing.class, next -> (user, reference) -> {
            ObjectNode shown = next.show(user, reference);
            return shown.put("evco-id", notation.apply(user.evcoId()));
        });
    }

    private static Variation notationVaries() {
        return provider -> {
            AtomicInteger reads = new AtomicInteger();
            return showingContract(id -> NOTATIONS
                            .get(Math.floorMod(reads.getAndIncrement(), NOTATIONS.size()))
                            .apply(id))
                    .vary(provider);
        };
    }

    private static String bare(String id) {
        return SEPARATORS.matcher(id).replaceAll("");
    }

    private static String separated(String id, String separator) {
        String apart = PARTS.matcher(bare(id)).replaceFirst("$1 $2 $3 $4").strip();
        return apart.replace(" ", separator);
    }

    private static String withoutCheckDigit(String id) {
        return PARTS.matcher(bare(id)).replaceFirst("$1*$2*$3");
    }
}
