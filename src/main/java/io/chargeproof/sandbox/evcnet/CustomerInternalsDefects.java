package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.function.Predicate;

/** Errors that tell how the provider is built. */
final class CustomerInternalsDefects {
    private static final Predicate<RequestResult> MALFORMED = RequestResults.invalid("body");
    private static final Predicate<RequestResult> UNKNOWN_CUSTOMER = RequestResults.invalid("customerId");
    private static final Predicate<RequestResult> CARDS = RequestResults.invalid("card_list");

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-java-stack-trace")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a malformed body is a stack trace of Java; the status table wants it to "
                            + "say what was wrong.")
                    .by(revealing(MALFORMED, """
                    com.fasterxml.jackson.core.JsonParseException: Unexpected character
                    \tat com.fasterxml.jackson.core.JsonParser._constructError(JsonParser.java:2477)
                    \tat nl.evc.rest.CustomerResource.create(CustomerResource.java:88)
                    \tat java.base/java.lang.Thread.run(Thread.java:840)""")),
            defect("evc-python-stack-trace")
                    .breaks("EVC-CREATE-14")
                    .says("The data of a 403 is a stack trace of Python; strangers least of all should learn "
                            + "how it is built.")
                    .by(revealing(RequestResults::isForbidden, """
                    Traceback (most recent call last):
                      File "/srv/evc/auth.py", line 41, in authenticate
                        raise PermissionDenied(key)
                    evc.errors.PermissionDenied""")),
            defect("evc-php-error")
                    .breaks("EVC-CREATE-14")
                    .says("The data for an unknown customer is an error of PHP; the status table wants it to "
                            + "say what was wrong.")
                    .by(revealing(
                            UNKNOWN_CUSTOMER,
                            "PHP Fatal error:  Uncaught TypeError: Customer::find():"
                                    + " Argument #1 must be of type int in /var/www/html/evc/src/Customer.php:112\n"
                                    + "Stack trace:\n#0 {main}")),
            defect("evc-dot-net-stack-trace")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a refused card is a stack trace of .NET; the status table wants it to "
                            + "say what was wrong.")
                    .by(revealing(CARDS, """
                    System.NullReferenceException: Object reference not set to an instance of an object.
                       at Evc.Cards.CardService.Attach(Int64 id) in D:\\src\\Evc\\CardService.cs:line 57""")),
            defect("evc-node-stack-trace")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a wrong email is a stack trace of Node; the status table wants it to "
                            + "say what was wrong.")
                    .by(revealing(RequestResults.invalid("email"), """
                    ValidationError: email must be an email
                        at validate (/app/node_modules/joi/lib/validator.js:31:15)
                        at Layer.handle [as handle_request] (/app/node_modules/express/lib/router/layer.js:95:5)""")),
            defect("evc-sql-statement")
                    .breaks("EVC-CREATE-14")
                    .says("The data for an unknown customer is an SQL statement; the status table wants it to "
                            + "say what was wrong.")
                    .by(revealing(
                            UNKNOWN_CUSTOMER,
                            "No row for SELECT id, object_id, email FROM customers WHERE id = ? AND deleted = 0")),
            defect("evc-sql-driver-error")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a refused card is an error of a database driver; the status table wants "
                            + "it to say what was wrong.")
                    .by(revealing(
                            CARDS,
                            "SQLSTATE[23000]: Integrity constraint violation: 1452 Cannot add or update a child row: a"
                                    + " foreign key"
                                    + " constraint fails")),
            defect("evc-oracle-error")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a wrong country is an error of the database; the status table wants it "
                            + "to say what was wrong.")
                    .by(revealing(
                            RequestResults.invalid("country_code"),
                            "ORA-02291: integrity constraint (EVC.FK_COUNTRY) violated - parent key not found")),
            defect("evc-file-path")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a malformed body names a file of the server; the status table wants it "
                            + "to say what was wrong.")
                    .by(revealing(MALFORMED, "Can't parse input, see /var/log/evc-net/api/customer-error.log")),
            defect("evc-path-in-header")
                    .breaks("EVC-CREATE-14")
                    .says("A malformed body gets the path of a source file in a header field; the status table "
                            + "promises the reason alone.")
                    .by(answering(
                            MALFORMED,
                            draft -> draft.withHeader("x-debug-file", "/var/www/html/evc/src/Customer.php"))),
            defect("evc-windows-path")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a wrong time zone names a file of a Windows server; the status table "
                            + "wants it to say what was wrong.")
                    .by(revealing(
                            RequestResults.invalid("time_zone"),
                            "Can't find C:\\inetpub\\wwwroot\\EvcNet\\App_Data\\zones.xml")),
            defect("evc-framework-page")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a malformed body is the error page of a framework; the status table "
                            + "wants it to say what was wrong.")
                    .by(revealing(
                            MALFORMED,
                            "<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error,"
                                    + " so you"
                                    + " are seeing this as a fallback.</p></body></html>")),
            defect("evc-debug-page")
                    .breaks("EVC-CREATE-14")
                    .says("The data for a wrong gender is the debugging page of a framework; the status table "
                            + "wants it to say what was wrong.")
                    .shownBy("EVC-CREATE-7")
                    .by(revealing(
                            RequestResults.invalid("gender"),
                            "<title>ValueError at /api/rest/customer</title> You're seeing this error because you have"
                                    + " <code>DEBUG = True</code> in your Django settings file.")));

    private CustomerInternalsDefects() {}

    private static Variation<CustomerRecords> revealing(Predicate<RequestResult> when, String internals) {
        return answering(
                when, draft -> draft.edited(body -> body.putArray("data").add(internals)));
    }
}
