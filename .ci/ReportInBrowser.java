import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clicks from the overview of a report to the curl command of a failure, as a person would, in a browser without a screen.
 * It speaks the browser's own DevTools protocol, so that a JDK is all it takes. Arguments: the browser, the report's
 * address, and a folder for the browser's files.
 */
final class ReportInBrowser implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    /** In the page: waits for what a selector and words choose until it can be seen. */
    private static final String EYES = """
            const until = async (what, find) => {
              for (let n = 0; n < 200; n++) {
                const found = find();
                if (found) return found;
                await new Promise((done) => setTimeout(done, 100));
              }
              throw new Error('there is no ' + what + ' at ' + location.hash);
            };
            const seen = (selector, words) => until(selector + ' with "' + words + '"', () =>
              [...document.querySelectorAll(selector)].find((each) => each.textContent.includes(words)
                && each.getClientRects().length > 0));
            """;

    /** In the page: where to click so as to hit it; it has come to rest, and nothing lies over it. */
    private static final String PLACE = """
            const element = await seen(selector, words);
            element.scrollIntoView({ block: 'center' });
            await new Promise((done) => setTimeout(done, 500));
            const box = element.getClientRects()[0];
            const x = Math.round(box.x + Math.min(box.width / 2, 60));
            const y = Math.round(box.y + box.height / 2);
            const hit = document.elementFromPoint(x, y);
            if (!hit || !element.contains(hit)) {
              throw new Error('something lies over ' + selector + ' with "' + words + '"');
            }
            return x + ',' + y;
            """;

    /** In the page: the command beside the term "curl". */
    private static final String CURL = """
            const place = await seen(selector, words);
            const term = await until('curl in ' + selector, () =>
              [...place.querySelectorAll('dt')].find((each) => each.textContent === 'curl'));
            const command = term.nextElementSibling;
            if (command.getClientRects().length === 0) throw new Error('the command is hidden');
            return command.textContent;
            """;

    private final Process browser;
    private final WebSocket socket;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private int sent;

    private ReportInBrowser(String program, Path folder) throws Exception {
        Files.createDirectories(folder);
        browser = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--window-size=1440,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpClient client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder()
                .buildAsync(page(client, port()), new Listener())
                .get(PATIENCE_S, TimeUnit.SECONDS);
    }

    public static void main(String[] arguments) throws Exception {
        try (ReportInBrowser page = new ReportInBrowser(arguments[0], Path.of(arguments[2]))) {
            page.ask("Page.navigate", "{\"url\":" + quoted(arguments[1]) + "}");
            page.click("a.side-nav__link", "Requirements");
            page.click("button.cp-open", "EVC-CREATE-1");
            page.requireCurl("tr.cp-detail", "HTTP 201");
            page.click("a.side-nav__link", "Overview");
            page.click("a.table__row", "Violations: a MUST is broken");
            // Allure draws a tree anew at the first click on it, and so forgets what that opened.
            page.click(".node .node .node__title", "EVC-CREATE-1 ");
            page.click(".node .node .node__title", "EVC-CREATE-1 ");
            page.click("a.node__leaf", "EVC-CREATE-1");
            page.requireCurl(".cp-card-violation", "HTTP 201");
            System.out.println(
                    "The browser went from the overview to a failure's curl: by its requirement, and by its category.");
        } catch (IOException blocked) {
            System.err.println("The way from the overview to a failure's curl is blocked: " + blocked.getMessage());
            System.exit(1);
        }
    }

    private void click(String selector, String words) throws Exception {
        String place = look(PLACE, selector, words);
        String at = "\"x\":" + place.replace(",", ",\"y\":") + ",\"button\":\"left\",\"clickCount\":1}";
        ask("Input.dispatchMouseEvent", "{\"type\":\"mousePressed\"," + at);
        ask("Input.dispatchMouseEvent", "{\"type\":\"mouseReleased\"," + at);
    }

    private void requireCurl(String selector, String words) throws Exception {
        String command = look(CURL, selector, words);
        if (!command.startsWith("curl ") || !command.contains("${EVC_NET_TOKEN}")) {
            throw new IOException("the command of the failure is " + command);
        }
    }

    /** Has the page find something; what it gives is a string, its quotes still escaped. */
    private String look(String script, String selector, String words) throws Exception {
        String call = "(async (selector, words) => { " + EYES + script + " })(" + quoted(selector) + ", " + quoted(words) + ")";
        String answer = ask(
                "Runtime.evaluate", "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quoted(call) + "}");
        Matcher value = Pattern.compile("\"type\":\"string\",\"value\":\"(.*)\"}").matcher(answer);
        if (answer.contains("\"exceptionDetails\"") || !value.find()) {
            throw new IOException(answer);
        }
        return value.group(1);
    }

    private int port() throws IOException {
        Pattern told = Pattern.compile("DevTools listening on ws://[^:/]+:(\\d+)/");
        BufferedReader log = browser.errorReader(UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = told.matcher(line);
            if (matcher.find()) {
                Thread rest = new Thread(() -> log.lines().forEach(each -> {}), "browser-log");
                rest.setDaemon(true);
                rest.start();
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("the browser ended before it could be spoken to");
    }

    private static URI page(HttpClient client, int port) throws Exception {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String pages = client.send(list, HttpResponse.BodyHandlers.ofString()).body();
        Matcher address = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(ws://[^\"]+/page/[^\"]+)\"")
                .matcher(pages);
        if (!address.find()) {
            throw new IOException("the browser has no page: " + pages);
        }
        return URI.create(address.group(1));
    }

    /** Sends a command and gives the answer to it; what the browser tells in between is passed over. */
    private String ask(String method, String parameters) throws Exception {
        int id = ++sent;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .get(PATIENCE_S, TimeUnit.SECONDS);
        for (; ; ) {
            String message = messages.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("the browser didn't answer " + method);
            }
            if (message.startsWith("{\"id\":" + id + ",")) {
                return message;
            }
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        browser.destroy();
        browser.waitFor(10, TimeUnit.SECONDS);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
