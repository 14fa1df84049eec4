package io.chargeproof.sandbox;

import io.chargeproof.sandbox.Client.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request that shows a defect or a variant, and the answer that it then gets: a line of a list. */
record Deviation(
        String variation,
        int times,
        String method,
        String path,
        String authorization,
        String body,
        int status,
        Pattern shown) {

    static List<Deviation> all(String list) {
        try (InputStream text = Objects.requireNonNull(Deviation.class.getResourceAsStream(list), list)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Deviation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deviation of(String line) {
        List<String> cells = Pattern.compile("(?<= )\\|(?= |$)")
                .splitAsStream(line)
                .map(String::strip)
                .toList();
        List<String> calls = List.of(cells.get(1).split(" "));
        return new Deviation(
                cells.get(0),
                calls.size() == 1 ? 1 : Integer.parseInt(calls.get(0)),
                calls.get(calls.size() - 1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                Integer.parseInt(cells.get(5)),
                Pattern.compile((cells.size() > 6 ? cells.get(6) : "").replace("%s", token())));
    }

    /** Whether the last of the requests gets the answer. */
    boolean shows(Client client) {
        String below = switch (path) {
            case "" -> "";
            case "new" -> "/" + client.created();
            case "DIGITS" -> "/" + "7".repeat(200);
            default -> "/" + path;
        };
        Answer last = sent(client, below);
        for (int time = 1; time < times; time++) {
            last = sent(client, below);
        }
        String fields = last.headers().map().toString();
        return last.status() == status && shown.matcher(fields + last.text()).find();
    }

    private Answer sent(Client client, String below) {
        try {
            return client.send(method, "/api/rest/customer" + below, credentials(), content());
        } catch (UncheckedIOException e) {
            return new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), "");
        }
    }

    private @Nullable String credentials() {
        return switch (authorization) {
            case "ok" -> Client.TOKEN;
            case "none" -> null;
            default -> authorization.replace("%s", token());
        };
    }

    private String content() {
        String text = body;
        if (body.startsWith("full + ")) {
            ObjectNode more = (ObjectNode) JsonMapper.shared().readTree(body.substring("full + ".length()));
            text = Bodies.customer().setAll(more).toString();
        } else if (body.startsWith("full ~ ")) {
            String[] change = body.substring("full ~ ".length()).split(" ~ ?");
            text = Bodies.customer().toString().replaceAll(change[0], change.length > 1 ? change[1] : "");
        } else if (body.equals("full")) {
            text = Bodies.customer().toString();
        }
        return text.replace("LONG", "x".repeat(10_000));
    }

    private static String token() {
        return Client.TOKEN.substring("Token ".length());
    }

    @Override
    public String toString() {
        return variation;
    }
}
