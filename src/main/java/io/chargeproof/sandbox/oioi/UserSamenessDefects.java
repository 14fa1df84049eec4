package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.PostChanges.showing;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-get-details that show one user in several ways: by how it was asked for, or from read to read. */
public final class UserSamenessDefects {
    private static final BiPredicate<User, UserReference> BY_EVCO_ID = by(IdentifierType.EVCO_ID);
    private static final BiPredicate<User, UserReference> BY_RFID = by(IdentifierType.RFID);

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-rfid-shows-another")
                    .breaks("OIOI-GET-5")
                    .says("An RFID shows another user than the name does; either identifies one and the same.")
                    .by(rfidShowsAnother()),
            defect("oioi-rfid-shows-what-was-first")
                    .breaks("OIOI-GET-5")
                    .says("By RFID a user is shown as before all posts; the identifier says who, not when.")
                    .by(rfidShowsWhatWasFirst()),
            defect("oioi-rfid-hides-billing-address")
                    .breaks("OIOI-GET-5")
                    .says("By RFID the billing address is null; the response is one, whatever the identifier.")
                    .by(showing(BY_RFID, Members.toNull("billing-address"))),
            defect("oioi-rfid-shows-an-initial")
                    .breaks("OIOI-GET-5")
                    .says("By RFID the first name is an initial; the response is one, whatever the identifier.")
                    .by(showing(BY_RFID, Members.text("first-name", UserSamenessDefects::initial))),
            defect("oioi-rfid-shows-plain-letters")
                    .breaks("OIOI-GET-5")
                    .says("By RFID the last name has question marks for what isn't ASCII; the response is one, "
                            + "whatever the identifier.")
                    .by(showing(BY_RFID, Members.text("last-name", name -> name.replaceAll("[^ -~]", "?")))),
            defect("oioi-rfid-omits-phone")
                    .breaks("OIOI-GET-5")
                    .says("By RFID there is no phone; the response is one, whatever the identifier.")
                    .by(showing(BY_RFID, Members.without("phone"))),
            defect("oioi-evco-id-hides-tax-number")
                    .breaks("OIOI-GET-5")
                    .says("By EVCO ID the VAT number is null; the response is one, whatever the identifier.")
                    .by(showing(BY_EVCO_ID, Members.toNull("vat"))),
            defect("oioi-evco-id-shows-english")
                    .breaks("OIOI-GET-5")
                    .says("By EVCO ID the locale is always English; the response is one, whatever the identifier.")
                    .by(showing(BY_EVCO_ID, user -> user.put("locale", "en"))),
            defect("oioi-evco-id-shows-one-address")
                    .breaks("OIOI-GET-5")
                    .says("By EVCO ID the address is the billing address; the response is one, whatever the "
                            + "identifier.")
                    .by(showing(BY_EVCO_ID, UserSamenessDefects::showOneAddress)),
            defect("oioi-asked-evco-id-is-another")
                    .breaks("OIOI-GET-14")
                    .says("Asked by EVCO ID, the user has a contract that is off by one place; the identifier "
                            + "names that user's.")
                    .by(showing(BY_EVCO_ID, Members.text("evco-id", UserSamenessDefects::another))),
            defect("oioi-asked-evco-id-is-the-first")
                    .breaks("OIOI-GET-14")
                    .says("Asked by EVCO ID, every user has the contract of the first; the identifier names "
                            + "that user's.")
                    .by(showing(
                            BY_EVCO_ID,
                            user -> user.put("evco-id", UserTestData.primary().evcoId()))),
            defect("oioi-asked-evco-id-is-null")
                    .breaks("OIOI-GET-19")
                    .says("Asked by EVCO ID, the user has none; it does exist, for it found the user.")
                    .by(showing(BY_EVCO_ID, Members.toNull("evco-id"))),
            defect("oioi-reads-swap-addresses")
                    .breaks("OIOI-GET-18")
                    .says("Every second read has the two addresses the wrong way round; nothing was posted between.")
                    .by(everySecondRead(Members.swapped("address", "billing-address"))),
            defect("oioi-reads-lose-billing-name")
                    .breaks("OIOI-GET-18")
                    .says("Every second read has no billing name; nothing was posted between.")
                    .by(everySecondRead(Members.toNull("billing-name"))),
            defect("oioi-reads-are-counted")
                    .breaks("OIOI-GET-18")
                    .says("The social security number counts the reads; a get changes nothing.")
                    .by(readsAreCounted()),
            defect("oioi-reading-clears-phone")
                    .breaks("OIOI-GET-18")
                    .says("A read clears the phone; a get changes nothing.")
                    .by(reading((user, reference) -> true, Members.toNull("phone"))),
            defect("oioi-reading-trims-zip")
                    .breaks("OIOI-GET-18")
                    .says("A read takes the blanks out of zip codes; a get changes nothing.")
                    .by(reading((user, reference) -> true, Members.text("*.zip", zip -> zip.replace(" ", "")))),
            defect("oioi-reading-escapes-names")
                    .breaks("OIOI-GET-18")
                    .says("A read escapes the last name for HTML once more; a get changes nothing.")
                    .by(reading(
                            (user, reference) -> true, Members.text("last-name", name -> name.replace("&", "&amp;")))),
            defect("oioi-reading-by-rfid-sets-locale")
                    .breaks("OIOI-GET-18")
                    .says("A read by RFID sets the locale to English; a get changes nothing.")
                    .by(reading(BY_RFID, user -> user.put("locale", "en"))));

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

    private static Variation<UserRecords> rfidShowsAnother() {
        return service -> service.with(
                UserView.class,
                next -> (user, reference) -> next.show(
                        BY_RFID.test(user, reference) ? LookupChanges.other(service.records(), user) : user,
                        reference));
    }

    private static Variation<UserRecords> rfidShowsWhatWasFirst() {
        return service -> {
            Map<String, ObjectNode> first =
                    service.records().all().stream().collect(Collectors.toMap(User::username, User::details));
            return service.with(UserView.class, next -> (user, reference) -> {
                ObjectNode shown = next.show(user, reference);
                ObjectNode before = first.get(user.username());
                return before != null && BY_RFID.test(user, reference) ? shown.setAll(before) : shown;
            });
        };
    }

    private static Variation<UserRecords> everySecondRead(Consumer<ObjectNode> edit) {
        return service -> {
            AtomicInteger reads = new AtomicInteger();
            return showing((user, reference) -> reads.incrementAndGet() % 2 == 0, edit)
                    .vary(service);
        };
    }

    private static Variation<UserRecords> readsAreCounted() {
        return service -> {
            AtomicInteger reads = new AtomicInteger();
            return showing(user -> user.put("social-security-number", "read " + reads.incrementAndGet()))
                    .vary(service);
        };
    }

    /** A read shows a user as it is, and then changes it. */
    private static Variation<UserRecords> reading(BiPredicate<User, UserReference> when, Consumer<ObjectNode> edit) {
        return ofUsers(UserView.class, next -> (user, reference) -> {
            ObjectNode shown = next.show(user, reference);
            if (when.test(user, reference)) {
                user.change(details -> PostChanges.edited(details, edit));
            }
            return shown;
        });
    }
}
