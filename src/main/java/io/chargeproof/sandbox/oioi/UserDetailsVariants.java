package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Variants of the user calls in who is let in, what is taken, and how a contract is written. */
public final class UserDetailsVariants {
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
            UserDetailsVariants::bare,
            id -> separated(id, "-"),
            id -> bare(id).toLowerCase(Locale.ROOT),
            id -> separated(id, "*"),
            id -> separated(id, "*").toLowerCase(Locale.ROOT));
    private static final int LONG = 255;

    static final List<Deviation<UserRecords>> VARIANTS = List.of(
            variant("oioi-token-never-needed")
                    .of("OIOI-AUTH-6")
                    .says("Any identifier without a token identifies a user; the token is said to be optional.")
                    .by(tokenNeverNeeded(reference -> reference.token() == null)),
            variant("oioi-empty-token-counts-as-none")
                    .of("OIOI-AUTH-6")
                    .says("An empty token is none, and none is needed; the pages don't say what it means.")
                    .by(tokenNeverNeeded(reference -> "".equals(reference.token()))),
            variant("oioi-get-by-token-refused")
                    .of("OIOI-GET-4")
                    .says("A get by token is no valid request; its page doesn't list the type.")
                    .by(getByTokenRefused()),
            variant("oioi-duplicate-names-taken")
                    .of("OIOI-REQ-1")
                    .says("A name that stands twice in an object is taken; JSON only advises against it.")
                    .by(ofUsers(
                            Decoding.class, next -> body -> isUtf8(body) ? plainly(body.text()) : next.decode(body))),
            variant("oioi-misshapen-details-get-a-reason")
                    .of("OIOI-POST-17")
                    .says("Details of a wrong type get code 0 with a reason; either says that they weren't taken.")
                    .by(misshapenGetReason()),
            variant("oioi-undocumented-details-refused")
                    .of("OIOI-POST-22")
                    .says("A detail that the page doesn't list gets code 230; the page doesn't say what becomes "
                            + "of it.")
                    .by(refusing(details -> !DETAILS.containsAll(details.propertyNames()))),
            variant("oioi-undocumented-details-kept")
                    .of("OIOI-POST-22")
                    .says("A detail that the page doesn't list is stored and shown; the page doesn't say what "
                            + "becomes of it.")
                    .by(undocumentedKept()),
            variant("oioi-omitted-details-cleared")
                    .of("OIOI-POST-21")
                    .says("Details that a post leaves out become null; the page doesn't say what becomes of them.")
                    .by(omittedCleared()),
            variant("oioi-long-texts-refused")
                    .of("OIOI-POST-20")
                    .says("Texts of more than 255 characters get code 230; the page sets no length and promises "
                            + "none.")
                    .by(refusing(details -> hasText(details, text -> text.length() > LONG))),
            variant("oioi-markup-refused")
                    .of("OIOI-POST-20")
                    .says("Texts with markup get code 230; what is refused needn't be stored.")
                    .by(refusing(details -> hasText(details, text -> text.indexOf('<') >= 0))),
            variant("oioi-control-characters-refused")
                    .of("OIOI-POST-20")
                    .says("Texts with control characters get code 230; what is refused needn't be stored.")
                    .by(refusing(
                            details -> hasText(details, text -> text.chars().anyMatch(Character::isISOControl)))),
            variant("oioi-contract-id-bare-and-small")
                    .of("OIOI-GET-13")
                    .says("Contract IDs are shown without separators and in lower case; both notations are known.")
                    .feltByClients()
                    .by(showingContract(id -> bare(id).toLowerCase(Locale.ROOT))),
            variant("oioi-contract-id-with-hyphens")
                    .of("OIOI-GET-13")
                    .says("Contract IDs are shown with hyphens; the notation is known.")
                    .by(showingContract(id -> separated(id, "-"))),
            variant("oioi-contract-id-without-check-digit")
                    .of("OIOI-GET-14")
                    .says("Contract IDs are shown without their check digit; it adds nothing to what is identified.")
                    .by(showingContract(UserDetailsVariants::withoutCheckDigit)),
            variant("oioi-contract-id-notation-varies")
                    .of("OIOI-GET-14")
                    .says("Contract IDs are shown in another notation at each read; all of them mean the same "
                            + "contract.")
                    .by(notationVaries()));

    private UserDetailsVariants() {}

    private static Variation<UserRecords> tokenNeverNeeded(Predicate<UserReference> without) {
        return service -> service.with(
                Identification.class,
                next -> reference -> without.test(reference)
                        ? service.records()
                                .find(reference.type(), reference.identifier())
                                .<Identified>map(user -> user)
                                .orElseGet(() -> next.identify(reference))
                        : next.identify(reference));
    }

    private static Variation<UserRecords> getByTokenRefused() {
        return ofUsers(
                CallReading.class,
                next -> root -> next.read(root)
                        .filter(call -> !(call instanceof Call.GetDetails get
                                && get.user().type() == IdentifierType.TOKEN)));
    }

    private static boolean isUtf8(Bytes body) {
        return Bytes.of(body.text()).size() == body.size() && body.text().indexOf('\uFFFD') < 0;
    }

    private static Decoded plainly(String body) {
        try {
            JsonNode root = PLAIN.readTree(body);
            return root.isMissingNode() ? new Decoded.Malformed("the body is empty") : new Decoded.Document(root);
        } catch (JacksonException e) {
            return new Decoded.Malformed("the body isn't well-formed JSON");
        }
    }

    private static Variation<UserRecords> misshapenGetReason() {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(details)
                        .map(outcome -> outcome instanceof CallResult.Failed
                                ? new CallResult.Objected("The details are not of the form that was agreed")
                                : outcome));
    }

    static Variation<UserRecords> refusing(Predicate<ObjectNode> which) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> which.test(details)
                        ? Optional.of(CallResult.failed(ResultCode.INVALID_REQUEST))
                        : next.objection(details));
    }

    private static boolean hasText(JsonNode value, Predicate<String> which) {
        return value.isString()
                ? which.test(value.stringValue())
                : value.values().stream().anyMatch(part -> hasText(part, which));
    }

    private static Variation<UserRecords> undocumentedKept() {
        return ofUsers(Posting.class, next -> (user, details) -> {
            ObjectNode more = details.deepCopy().remove(DETAILS);
            user.change(record -> record.setAll(more));
            return next.post(user, details);
        });
    }

    private static Variation<UserRecords> omittedCleared() {
        return ofUsers(Posting.class, next -> (user, details) -> {
            ObjectNode whole = details.deepCopy();
            DETAILS.forEach(name -> whole.putIfAbsent(name, whole.nullNode()));
            return next.post(user, whole);
        });
    }

    private static Variation<UserRecords> showingContract(UnaryOperator<String> notation) {
        return ofUsers(UserView.class, next -> (user, reference) -> {
            ObjectNode shown = next.show(user, reference);
            return shown.put("evco-id", notation.apply(user.evcoId()));
        });
    }

    private static Variation<UserRecords> notationVaries() {
        return service -> {
            AtomicInteger reads = new AtomicInteger();
            return showingContract(id -> NOTATIONS
                            .get(Math.floorMod(reads.getAndIncrement(), NOTATIONS.size()))
                            .apply(id))
                    .vary(service);
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
