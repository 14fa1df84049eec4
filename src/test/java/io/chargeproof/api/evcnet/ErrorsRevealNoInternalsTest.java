package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ErrorsRevealNoInternalsTest {
    private static final String TRACE = "a stack trace: ";
    private static final String SQL = "SQL or a database driver's error: ";
    private static final String PATH = "an absolute file path: ";
    private static final String PAGE = "a framework's error page: ";

    private final ErrorsRevealNoInternals check = new ErrorsRevealNoInternals();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please select a value from the list",
                "Please select a country from the countries where you have an address",
                "Please select a tariff from tariffs where payment is monthly",
                "Select one from those where it is free",
                "could not update customer",
                "Could not update customer: set an email first",
                "update customer failed; set first_name and last_name",
                "Please insert into the form what is missing",
                "You can't delete from this list",
                "delete from your message whatever is no name",
                "The where and from of the trip are missing",
                "An error occurred at 12:30:45 on 2024-04-10T12:30:45.123Z",
                "error at line 12:30, column 45",
                "Error at position 5: expected a date (yyyy-mm-dd)",
                "Time out at 12:30",
                "See https://docs.example.com/home/errors/app/validation.html#email for help",
                "See https://example.com:8443/var/help?next=/customer&from=/list",
                "See http://[2001:db8::1]/usr/manual",
                "https://example.com/problems/ValidationError",
                "com.example is not a host that takes mail",
                "urn:problem:example.com:validation-error",
                "#/invoice/email is not an email",
                "/first_name is too long",
                "/card_list/0/card_external_id must be a string",
                "/data/attributes/email",
                "street/number and/or zip/etc/city",
                "550e8400-e29b-41d4-a716-446655440000",
                "request 0HMVFE0A284AM:00000001",
                "trace-id: 4bf92f3577b34da6a3ce929d0e0e4736",
                "The exception to this rule is Sunday",
                "No customer was found at Amsterdam.Centraal (see the map)",
                "The value is too long for the column width",
                "could not execute your order",
                "You see an unknown column in the list",
                "An internal error occurred; please quote error 4711",
                "Validation failed: ValidationException",
                "Internal Server Error",
                "Bad Request",
                "Not Found: cannot POST to this resource",
                "Duplicate entry for email",
                "A customer with this key exists already: unique constraint",
                "The syntax of the email is in error",
                "Field X:\nexpected one of\nA, B",
                "Option A:\\n or B:\\t",
                "JSON parse error: unexpected end of input at line 1, column 5",
                "Unexpected token < in JSON at position 0",
                "Unknown time zone Europe/Amsterdm",
                "ratio 1/2, 3/4 of kW/h",
                "Authorization: Token … is wrong",
                "no such card: NL-TST0000001-A1",
                "Invalid value 'maybe' for member 'mandate_accepted' (true or false)",
                "Oops! #1 (see below)"
            })
    void holds_for_plain_words(String words) {
        holds(answered(Exchanges.create(), 400, inJson(words)));
        holds(answered(Exchanges.update(), Answers.typed(500, "text/plain", words)));
    }

    static Stream<Arguments> internals() {
        return Stream.of(
                Arguments.of("panic: runtime error: index out of range", TRACE + "panic: runtime error"),
                Arguments.of("undefined method `id' for nil:NilClass", TRACE + "undefined method `id' for"),
                Arguments.of("oops (NoMethodError)", TRACE + "(NoMethodError)"),
                Arguments.of("#3 [internal function]: create()", TRACE + "#3 [internal function]"),
                Arguments.of(
                        "(evc 0.1.0) lib/evc/customer.ex:17: Evc.create/1",
                        TRACE + "(evc 0.1.0) lib/evc/customer.ex:17"),
                Arguments.of(
                        "   at Acme.Api.Customers.Create(Customer c)",
                        TRACE + "at Acme.Api.Customers.Create(Customer c)"),
                Arguments.of("SequelizeDatabaseError: oops", SQL + "SequelizeDatabaseError"),
                Arguments.of("DB2 SQL Error: SQLCODE=-803", SQL + "SQLCODE=-803"),
                Arguments.of(
                        "Incorrect string value: 'x' for column 'city' at row 1",
                        SQL + "Incorrect string value: 'x' for column"),
                Arguments.of("Data too long for column 'city' at row 1", SQL + "Data too long for column"),
                Arguments.of("Unknown column 'citty' in 'where clause'", SQL + "Unknown column 'citty' in"),
                Arguments.of("Lock wait timeout exceeded; try again", SQL + "Lock wait timeout exceeded"),
                Arguments.of("UNIQUE constraint failed: customer.email", SQL + "UNIQUE constraint failed: c"),
                Arguments.of("invalid input syntax for type integer", SQL + "invalid input syntax for type"),
                Arguments.of("column \"x\" of relation \"y\" does not exist", SQL + "column \"x\" of relation \""),
                Arguments.of("relation \"y\" does not exist", SQL + "relation \"y\" does not exist"),
                Arguments.of("ERROR: deadlock detected", SQL + "deadlock detected"),
                Arguments.of(
                        "Cannot insert the value NULL into column", SQL + "Cannot insert the value NULL into column"),
                Arguments.of("An exception occurred in the driver: oops", SQL + "An exception occurred in the driver"),
                Arguments.of("could not execute statement; oops", SQL + "could not execute statement"),
                Arguments.of("Invalid `prisma.customer.create()` invocation", SQL + "Invalid `prisma."),
                Arguments.of("C:/inetpub/evc/zones.xml", PATH + "C:/inetpub/evc/zones.xml"),
                Arguments.of("Powered by Jetty:// 9.4", PAGE + "Powered by Jetty"),
                Arguments.of(
                        "java.lang.NullPointerException\n\tat com.acme.Customers.create(Customers.java:42)",
                        TRACE + "java.lang.NullPointerException"),
                Arguments.of(
                        "  at com.acme.Api$Inner.<init>(Api.java:7)",
                        TRACE + "at com.acme.Api$Inner.<init>(Api.java:7)"),
                Arguments.of("at com.acme.ApiKt.main(Api.kt:7)", TRACE + "at com.acme.ApiKt.main(Api.kt:7)"),
                Arguments.of("at jdk.Reflect.invoke(Native Method)", TRACE + "at jdk.Reflect.invoke(Native Method)"),
                Arguments.of("Exception in thread \"main\" Oops", TRACE + "Exception in thread \""),
                Arguments.of(
                        "org.springframework.dao.DataIntegrityViolationException: oops",
                        TRACE + "org.springframework.dao.DataIntegrityViolationException"),
                Arguments.of("java.lang.OutOfMemoryError", TRACE + "java.lang.OutOfMemoryError"),
                Arguments.of("Traceback (most recent call last):\n  oops", TRACE + "Traceback (most recent call last)"),
                Arguments.of("oops\\nTraceback (most recent call last)", TRACE + "Traceback (most recent call last)"),
                Arguments.of("File \"customers.py\", line 3, in create", TRACE + "File \"customers.py\", line 3"),
                Arguments.of("Uncaught Error: oops in /srv/api/Customer.php:42", TRACE + "in /srv/api/Customer.php:42"),
                Arguments.of(
                        "Undefined index in /srv/api/a-b.php on line 42", TRACE + "in /srv/api/a-b.php on line 42"),
                Arguments.of("PHP Fatal error:  Uncaught Error", TRACE + "PHP Fatal error"),
                Arguments.of("#0 /srv/api/index.php(12): create()", TRACE + "#0 /srv/api/index.php(12)"),
                Arguments.of(
                        "   at Acme.Customers.Create(Customer c) in C:\\src\\Customers.cs:line 42",
                        TRACE + "at Acme.Customers.Create(Customer c) in C:\\src\\Customers.cs:line 42"),
                Arguments.of("System.NullReferenceException: Object", TRACE + "System.NullReferenceException"),
                Arguments.of(
                        "TypeError: x\n    at create (file:///api/customers.mjs:10:5)",
                        TRACE + "at create (file:///api/customers.mjs:10:5"),
                Arguments.of(
                        "    at Module.load (node:internal/modules/loader.js:10:5)",
                        TRACE + "at Module.load (node:internal/modules/loader.js:10:5"),
                Arguments.of("    at customers.ts:10:5", TRACE + "at customers.ts:10:5"),
                Arguments.of("lib/customers.rb:12:in `create'", TRACE + "lib/customers.rb:12:in `"),
                Arguments.of("lib/customers.rb:12:in 'create'", TRACE + "lib/customers.rb:12:in '"),
                Arguments.of("goroutine 1 [running]:", TRACE + "goroutine 1 ["),
                Arguments.of("thread 'main' panicked at src", TRACE + "thread 'main' panicked at"),
                Arguments.of("SELECT id FROM customers WHERE id = 1", SQL + "SELECT id FROM"),
                Arguments.of(
                        "select c1_0.id,\n c1_0.email from customer where c1_0.id = ?",
                        SQL + "select c1_0.id,\n c1_0.email from customer where c1_0.id ="),
                Arguments.of(
                        "select id from customer where id in (?,?)", SQL + "select id from customer where id in ("),
                Arguments.of(
                        "select id from customer where gone is not null",
                        SQL + "select id from customer where gone is not null"),
                Arguments.of(
                        "select id from customer where email like ?",
                        SQL + "select id from customer where email like ?"),
                Arguments.of("INSERT INTO customers VALUES", SQL + "INSERT INTO customers"),
                Arguments.of("insert into customers (id, email)", SQL + "insert into customers ("),
                Arguments.of("UPDATE customers SET email = 'x'", SQL + "UPDATE customers SET"),
                Arguments.of("update customers set email=?", SQL + "update customers set email="),
                Arguments.of("DELETE FROM customers", SQL + "DELETE FROM customers"),
                Arguments.of("delete from customers where id=?", SQL + "delete from customers where"),
                Arguments.of("SQLSTATE[23000]: oops", SQL + "SQLSTATE["),
                Arguments.of("ORA-00001: oops", SQL + "ORA-00001"),
                Arguments.of("You have an error in your SQL syntax; check", SQL + "error in your SQL syntax"),
                Arguments.of("ERROR: syntax error at or near \"x\"", SQL + "syntax error at or near"),
                Arguments.of("PG::UniqueViolation", SQL + "PG::UniqueViolation"),
                Arguments.of("psycopg2.errors.NotNull", SQL + "psycopg2"),
                Arguments.of("SQLite3::ConstraintException", SQL + "SQLite3::"),
                Arguments.of("sqlite3.IntegrityError: x", SQL + "sqlite3.IntegrityError"),
                Arguments.of("SQLITE_CONSTRAINT: x", SQL + "SQLITE_CONSTRAINT"),
                Arguments.of("mysqli_query() failed", SQL + "mysqli_query"),
                Arguments.of("uncaught PDOException", SQL + "PDOException"),
                Arguments.of(
                        "SQLIntegrityConstraintViolationException", SQL + "SQLIntegrityConstraintViolationException"),
                Arguments.of(
                        "duplicate key value violates unique constraint \"x\"", SQL + "violates unique constraint"),
                Arguments.of("null violates not-null constraint", SQL + "violates not-null constraint"),
                Arguments.of("Duplicate entry 'a@b.c' for key 'email'", SQL + "Duplicate entry 'a@b.c' for key"),
                Arguments.of("oops\\nDuplicate entry 'a' for key 'b'", SQL + "Duplicate entry 'a' for key"),
                Arguments.of("Unclosed quotation mark after x", SQL + "Unclosed quotation mark after"),
                Arguments.of("Cannot insert duplicate key in x", SQL + "Cannot insert duplicate key"),
                Arguments.of("Incorrect syntax near ')'.", SQL + "Incorrect syntax near '"),
                Arguments.of("OLE DB Provider for SQL Server", SQL + "OLE DB Provider for"),
                Arguments.of("E11000 duplicate key error collection", SQL + "E11000 duplicate key"),
                Arguments.of("see file:///opt/api/lib/api.jar", PATH + "/opt/api/lib/api.jar"),
                Arguments.of("cannot write /var/lib/api/customers.db.", PATH + "/var/lib/api/customers.db"),
                Arguments.of("'/home/api/app' is gone", PATH + "/home/api/app"),
                Arguments.of("(/opt/api)", PATH + "/opt/api"),
                Arguments.of("/etc/passwd", PATH + "/etc/passwd"),
                Arguments.of("C:\\inetpub\\wwwroot\\api.config: denied", PATH + "C:\\inetpub\\wwwroot\\api.config"),
                Arguments.of("Whitelabel Error Page", PAGE + "Whitelabel Error Page"),
                Arguments.of("Apache Tomcat/9.0.1", PAGE + "Apache Tomcat/9"),
                Arguments.of("<title>HTTP Status 500 – Oops</title>", PAGE + "<title>HTTP Status 500"),
                Arguments.of("because you have DEBUG = True in", PAGE + "DEBUG = True"),
                Arguments.of("<title>KeyError // Werkzeug", PAGE + "<title>KeyError // Werkzeug"),
                Arguments.of("Symfony Exception", PAGE + "Symfony Exception"),
                Arguments.of(
                        "Whoops, looks like something went wrong.", PAGE + "Whoops, looks like something went wrong"),
                Arguments.of("Action Controller: Exception caught", PAGE + "Action Controller: Exception caught"),
                Arguments.of("Server Error in '/' Application.", PAGE + "Server Error in '/' Application"),
                Arguments.of("<pre>Cannot PUT /api/rest/customer/1</pre>", PAGE + "<pre>Cannot PUT"),
                Arguments.of("<pre>Internal Server Error</pre>", PAGE + "<pre>Internal Server Error"),
                Arguments.of("<hr><center>nginx/1.2</center>", PAGE + "<center>nginx"),
                Arguments.of("<address>Apache/2.4</address>", PAGE + "<address>Apache/"));
    }

    @ParameterizedTest
    @MethodSource("internals")
    void is_broken_by_internals_in_text_and_in_JSON(String text, String actual) {
        shows(answered(Exchanges.create(), Answers.typed(500, "text/html", text)), 500, "create", actual);
        shows(answered(Exchanges.update(), 400, inJson(text)), 400, "update", actual);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 415, 422, 500})
    void looks_at_every_answer_that_is_no_success(int status) {
        shows(answered(Exchanges.create(), status, inJson("in /etc/api")), status, "create", PATH + "/etc/api");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void does_not_speak_of_successes(int status) {
        assertThat(check.judge(answered(Exchanges.create(), status, inJson("/etc/api"))))
                .isEmpty();
    }

    @Test
    void does_not_speak_of_a_request_without_an_answer() {
        assertThat(check.judge(Exchanges.unanswered(Exchanges.create()))).isEmpty();
    }

    @Test
    void looks_at_the_names_of_members_too() {
        shows(
                answered(Exchanges.create(), 500, "{\"java.lang.IllegalStateException\": 1}"),
                500,
                "create",
                TRACE + "java.lang.IllegalStateException");
    }

    @Test
    void looks_at_the_header_fields_that_a_server_makes_up() {
        shows(
                refusedWith("X-Debug-File", "/var/www/api/Customer.php"),
                400,
                "create",
                PATH + "/var/www/api/Customer.php");
        holds(refusedWith("X-Request-ID", "4711"));
        holds(refusedWith("Location", "/app/customers/4711"));
    }

    private static Exchange refusedWith(String name, String value) {
        HttpAnswer plain = Answers.typed(400, "application/json", "{\"data\":\"no\"}");
        return answered(
                Exchanges.create(),
                new HttpAnswer(plain.status(), plain.headers().with(name, value), plain.body(), plain.cut()));
    }

    @Test
    void looks_at_JSON_with_its_escapes_undone() {
        shows(
                answered(Exchanges.create(), 500, "{\"file\":\"\\/var\\/www\\/api\"}"),
                500,
                "create",
                PATH + "/var/www/api");
    }

    @Test
    void passes_over_what_the_request_itself_contained() {
        String sent = "{\"info\":\"see /home/jan/notes, or SELECT name FROM street\"}";

        holds(answered(
                Exchanges.create(sent),
                400,
                inJson("info can't be 'see /home/jan/notes, or SELECT name FROM street'")));
        holds(answered(Exchanges.create(sent), 400, inJson("info can't hold /home/jan/notes.")));
        shows(
                answered(Exchanges.create(sent), 400, inJson("/home/jan/notes is not in /home/api/notes")),
                400,
                "create",
                PATH + "/home/api/notes");
    }

    @Test
    void names_the_first_of_several_internals_each_time() {
        String all = "<center>nginx, /etc/api, ORA-00001, java.lang.Error, java.lang.LinkageError";

        shows(answered(Exchanges.create(), 500, inJson(all)), 500, "create", TRACE + "java.lang.LinkageError");
    }

    @Test
    void cuts_short_what_it_shows() {
        shows(
                answered(Exchanges.create(), 500, inJson("/var/" + "x".repeat(300))),
                500,
                "create",
                PATH + "/var/" + "x".repeat(115) + "…");
        shows(
                answered(Exchanges.create(), 500, inJson("/var/" + "x".repeat(115))),
                500,
                "create",
                PATH + "/var/" + "x".repeat(115));
    }

    @Test
    void reads_long_and_deep_echoes_without_ado() {
        holds(answered(Exchanges.create(), 400, inJson("x".repeat(500_000))));
        holds(answered(Exchanges.create(), 400, inJson("io" + ".a".repeat(100_000))));
        holds(answered(Exchanges.create(), 400, inJson("select " + "from ".repeat(100_000))));
        holds(answered(Exchanges.create(), 400, "[".repeat(450) + "]".repeat(450)));
        shows(
                answered(Exchanges.create(), 400, inJson("/var" + "/a".repeat(100_000))),
                400,
                "create",
                PATH + "/var" + "/a".repeat(58) + "…");
    }

    private void holds(Exchange exchange) {
        assertThat(check.judge(exchange)).containsExactly(Judged.of("EVC-CREATE-14", Judgement.HOLDS));
    }

    private void shows(Exchange exchange, int status, String what, String actual) {
        assertThat(check.judge(exchange))
                .containsExactly(Judged.of(
                        "EVC-CREATE-14",
                        Judgement.broken(
                                "the HTTP " + status + " answer to " + what + " shows internals",
                                "an error answer without internals",
                                actual)));
    }

    private static String inJson(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("data", List.of(text)));
    }
}
