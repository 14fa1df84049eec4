package io.chargeproof.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that forgets a header field and takes the customer's id from one place. */
final class NaiveClient {
    private static final Pattern ID = Pattern.compile("\"customer_id\":\"?([^\",}]+)");

    private static final String CUSTOMER = """
            {"object_id":"n1","usergroup_name":"IntegrationTests","first_name":"Jan","last_name":"Smit",
            "email":"jan@example.com","country_code":"NL","time_zone":"Europe/Amsterdam","gender":"M",
            "password":"Geheim-2026!x","send_email":"false"}""";

    private NaiveClient() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String created = send("POST", "", CUSTOMER);
        if (arguments.length > 0 && arguments[0].equals("wait")) {
            Thread.sleep(60_000);
        }
        Matcher id = ID.matcher(created);
        if (arguments.length > 0 || !id.find()) {
            System.out.println("no customer_id");
            System.exit(9);
        }
        send("PUT", "/" + id.group(1), "{\"first_name\":\"Piet\"}");
    }

    private static String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(System.getenv("CHARGEPROOF_EVC_NET_BASE_URL") + "/api/rest/customer" + path))
                .header("Authorization", "token " + System.getenv("CHARGEPROOF_EVC_NET_TOKEN"))
                .header("accept", "application/json")
                .header("X-Request-ID", Integer.toString(Math.abs((method + body).hashCode())))
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
