package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.provider.Variation;
import java.util.Map;
import java.util.function.Predicate;

/** Errors that tell how the provider is built. */
final class CustomerInternalsDefects {
    private static final Predicate<Outcome> MALFORMED = CustomerOutcome.invalid("body");
    private static final Predicate<Outcome> UNKNOWN_CUSTOMER = CustomerOutcome.invalid("customerId");
    private static final Predicate<Outcome> CARDS = CustomerOutcome.invalid("card_list");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-java-stack-trace", revealing(MALFORMED, """
                    com.fasterxml.jackson.core.JsonParseException: Unexpected character
                    \tat com.fasterxml.jackson.core.JsonParser._constructError(JsonParser.java:2477)
                    \tat nl.evc.rest.CustomerResource.create(CustomerResource.java:88)
                    \tat java.base/java.lang.Thread.run(Thread.java:840)""")),
            entry("evc-python-stack-trace", revealing(CustomerOutcome::isForbidden, """
                    Traceback (most recent call last):
                      File "/srv/evc/auth.py", line 41, in authenticate
                        raise PermissionDenied(key)
                    evc.errors.PermissionDenied""")),
            entry(
                    "evc-php-error",
                    revealing(
                            UNKNOWN_CUSTOMER,
                            "PHP Fatal error:  Uncaught TypeError: Customer::find():"
                                    + " Argument #1 must be of type int in /var/www/html/evc/src/Customer.php:112\n"
                                    + "Stack trace:\n#0 {main}")),
            entry("evc-dot-net-stack-trace", revealing(CARDS, """
                    System.NullReferenceException: Object reference not set to an instance of an object.
                       at Evc.Cards.CardService.Attach(Int64 id) in D:\\src\\Evc\\CardService.cs:line 57""")),
            entry("evc-node-stack-trace", revealing(CustomerOutcome.invalid("email"), """
                    ValidationError: email must be an email
                        at validate (/app/node_modules/joi/lib/validator.js:31:15)
                        at Layer.handle [as handle_request] (/app/node_modules/express/lib/router/layer.js:95:5)""")),
            entry(
                    "evc-sql-statement",
                    revealing(
                            UNKNOWN_CUSTOMER,
                            "No row for SELECT id, object_id, email FROM customers WHERE id = ? AND deleted = 0")),
            entry(
                    "evc-sql-driver-error",
                    revealing(
                            CARDS,
                            "SQLSTATE[23000]: Integrity constraint violation: 1452 Cannot add or update a child row: a"
                                    + " foreign key"
                                    + " constraint fails")),
            entry(
                    "evc-oracle-error",
                    revealing(
                            CustomerOutcome.invalid("country_code"),
                            "ORA-02291: integrity constraint (EVC.FK_COUNTRY) violated - parent key not found")),
            entry(
                    "evc-file-path",
                    revealing(MALFORMED, "Can't parse input, see /var/log/evc-net/api/customer-error.log")),
            entry(
                    "evc-path-in-header",
                    answering(
                            MALFORMED,
                            draft -> draft.withHeader("x-debug-file", "/var/www/html/evc/src/Customer.php"))),
            entry(
                    "evc-windows-path",
                    revealing(
                            CustomerOutcome.invalid("time_zone"),
                            "Can't find C:\\inetpub\\wwwroot\\EvcNet\\App_Data\\zones.xml")),
            entry(
                    "evc-framework-page",
                    revealing(
                            MALFORMED,
                            "<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error,"
                                    + " so you"
                                    + " are seeing this as a fallback.</p></body></html>")),
            entry(
                    "evc-debug-page",
                    revealing(
                            CustomerOutcome.invalid("gender"),
                            "<title>ValueError at /api/rest/customer</title> You're seeing this error because you have"
                                    + " <code>DEBUG = True</code> in your Django settings file.")));

    private CustomerInternalsDefects() {}

    private static Variation revealing(Predicate<Outcome> when, String internals) {
        return answering(
                when, draft -> draft.edited(body -> body.putArray("data").add(internals)));
    }
}
