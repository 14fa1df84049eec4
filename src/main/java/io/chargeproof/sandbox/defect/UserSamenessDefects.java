package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Posts.showing;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Showing;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-get-details that show one user in several ways: by how it was asked for, or from read to read. */
final class UserSamenessDefects {
    private static final BiPredicate<User, UserReference> BY_EVCO_ID = by(IdentifierType.EVCO_ID);
    private static final BiPredicate<User, UserReference> BY_RFID = by(IdentifierType.RFID);

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-rfid-shows-another", rfidShowsAnother()),
            entry("oioi-rfid-shows-what-was-first", rfidShowsWhatWasFirst()),
            entry("oioi-rfid-hides-billing-address", showing(BY_RFID, Members.toNull("billing-address"))),
            entry(
                    "oioi-rfid-shows-an-initial",
                    showing(BY_RFID, Members.text("first-name", UserSamenessDefects::initial))),
            entry("oioi-rfid-omits-phone", showing(BY_RFID, Members.without("phone"))),
            entry("oioi-evco-id-hides-tax-number", showing(BY_EVCO_ID, Members.toNull("vat"))),
            entry("oioi-evco-id-shows-english", showing(BY_EVCO_ID, user -> user.put("locale", "en"))),
            entry("oioi-evco-id-shows-one-address", showing(BY_EVCO_ID, UserSamenessDefects::showOneAddress)),
            entry(
                    "oioi-asked-evco-id-is-another",
                    showing(BY_EVCO_ID, Members.text("evco-id", UserSamenessDefects::another))),
            entry(
                    "oioi-asked-evco-id-is-the-first",
                    showing(
                            BY_EVCO_ID,
                            user -> user.put("evco-id", TestData.primary().evcoId()))),
            entry("oioi-asked-evco-id-is-null", showing(BY_EVCO_ID, Members.toNull("evco-id"))),
            entry("oioi-reads-swap-addresses", everySecondRead(Members.swapped("address", "billing-address"))),
            entry("oioi-reads-lose-billing-name", everySecondRead(Members.toNull("billing-name"))),
            entry("oioi-reads-are-counted", readsAreCounted()),
            entry("oioi-reading-clears-phone", reading((user, reference) -> true, Members.toNull("phone"))),
            entry(
                    "oioi-reading-trims-zip",
                    reading((user, reference) -> true, Members.text("*.zip", zip -> zip.replace(" ", "")))),
            entry("oioi-reading-by-rfid-sets-locale", reading(BY_RFID, user -> user.put("locale", "en"))));

    private UserSamenessDefects() {}

    private static BiPredicate<User, UserReference> by(IdentifierType type) {
        return (user, reference) -> reference.type() == type;
    }

    private static String initial(String name) {
        return name.isEmpty() ? name : name.substring(0, 1) + ".";
    }

    private static void showOneAddress(ObjectNode user) {
        user.set("address", user.path("billing-address"));
    }

    /** The same contract ID but for the last place of its instance. */
    private static String another(String evcoId) {
        int last = evcoId.length() - 3;
        return evcoId.substring(0, last) + (evcoId.charAt(last) == '7' ? '8' : '7') + evcoId.substring(last + 1);
    }

    private static Variation rfidShowsAnother() {
        return provider -> provider.withUserStep(
                Showing.class,
                next -> (user, reference) -> next.show(
                        BY_RFID.test(user, reference) ? Lookups.other(provider.users(), user) : user, reference));
    }

    private static Variation rfidShowsWhatWasFirst() {
        return provider -> {
            Map<String, ObjectNode> first =
                    provider.users().all().stream().collect(Collectors.toMap(User::username, User::details));
            return provider.withUserStep(Showing.class, next -> (user, reference) -> {
                ObjectNode shown = next.show(user, reference);
                ObjectNode before = first.get(user.username());
                return before != null && BY_RFID.test(user, reference) ? shown.setAll(before) : shown;
            });
        };
    }

    private static Variation everySecondRead(Consumer<ObjectNode> edit) {
        return provider -> {
            AtomicInteger reads = new AtomicInteger();
            return showing((user, reference) -> reads.incrementAndGet() % 2 == 0, edit)
                    .vary(provider);
        };
    }

    private static Variation readsAreCounted() {
        return provider -> {
            AtomicInteger reads = new AtomicInteger();
            return showing(user -> user.put("social-security-number", "read " + reads.incrementAndGet()))
                    .vary(provider);
        };
    }

    /** A read shows a user as it is, and then changes it. */
    private static Variation reading(BiPredicate<User, UserReference> when, Consumer<ObjectNode> edit) {
        return ofUsers(Showing.class, next -> (user, reference) -> {
            ObjectNode shown = next.show(user, reference);
            if (when.test(user, reference)) {
                user.change(details -> Posts.edited(details, edit));
            }
            return shown;
        });
    }
}
