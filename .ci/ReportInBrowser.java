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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a report in a browser without a screen. {@code click}: goes from the overview to the curl command of a failure, as
 * a person would. {@code look-through}: goes through every page of a report that is full of markup, and sees whether any of it
 * takes effect. It speaks the browser's own DevTools protocol, so that a JDK is all it takes. Arguments: which of both, the
 * browser, the report's address, and a folder for the browser's files.
 */
final class ReportInBrowser implements AutoCloseable {
    private static final long PATIENCE_S = 60;
    private static final Pattern REQUEST = Pattern.compile("\"request\":\\{\"url\":\"([^\"]*)\"");

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
              [...place.querySelectorAll('dt')].find((each) => each.firstChild.textContent.trim() === 'curl'));
            const command = term.nextElementSibling;
            if (command.getClientRects().length === 0) throw new Error('the command is hidden');
            return command.textContent;
            """;

    private final Process browser;
    private final WebSocket socket;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> dialogs = new CopyOnWriteArrayList<>();
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

    /** In the page: opens a place of the report, opens all that can be opened there, hovers over everything, and tells of it. */
    private static final String TOUR = """
            const wait = (time) => new Promise((done) => setTimeout(done, time));
            const bad = new Set();
            const judge = (where) => {
              if (window.PWNED !== undefined) bad.add(where + ': a script of others ran');
              for (const each of document.querySelectorAll('body *, title')) {
                if (each.closest('pre, textarea') === each) continue;
                for (const attribute of each.attributes) {
                  const script = /^\\s*(javascript|data|vbscript):/i.test(attribute.value) && /href|src|action/i.test(attribute.name);
                  if (attribute.name.startsWith('on') || script || /canary/.test(attribute.value) && attribute.name === 'src') {
                    bad.add(where + ': ' + each.outerHTML.slice(0, 120));
                  }
                }
              }
              if (!document.title.includes('sandbox')) bad.add(where + ': the title is ' + document.title);
            };
            const settled = async () => {
              for (let n = 0; n < 40; n++) {
                await wait(25);
                if (!document.querySelector('.spinner')) return;
              }
            };
            const visit = async (hash) => {
              location.hash = hash;
              await settled();
              for (let round = 0; round < 4; round++) {
                for (const each of document.querySelectorAll('.node__title, button.cp-open, button.cp-more, .step__title, '
                    + '.attachment-row, .status-details__trace-toggle, .parameters-table__row, .environment-widget__expand')) {
                  if (!each.opened && each.getClientRects().length > 0) {
                    each.opened = true;
                    each.click();
                  }
                }
                await wait(30);
              }
              for (const each of document.querySelectorAll('body *')) {
                for (const kind of ['mouseover', 'mouseenter', 'focus']) each.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
              }
              await settled();
              judge(hash);
            };
            const places = ['', 'categories', 'suites', 'graph', 'timeline', 'behaviors', 'packages', 'requirements', 'codes'];
            for (const place of places) {
              await visit(place);
              if (!document.body.textContent.includes('img src=canary') && !['graph', 'timeline', 'packages'].includes(place)) {
                bad.add(place + ': shows nothing of what it should show as text');
              }
            }
            let visited = 0;
            const uids = new Set();
            for (const tree of ['categories', 'suites', 'behaviors']) {
              const leaves = [];
              const collect = (node, group) => node.children
                ? node.children.forEach((child) => collect(child, node.uid || group)) : leaves.push([group, node.uid]);
              collect(await (await fetch('data/' + tree + '.json')).json(), '');
              await visit(tree + '/' + leaves[0].join('/'));
              leaves.forEach(([, uid]) => uids.add(uid));
            }
            for (const uid of uids) {
              await visit('testresult/' + uid);
              if (visited++ === 0) {
                await visit('testresult/' + uid + '/history');
                await visit('testresult/' + uid + '/retries');
              }
            }
            return bad.size ? 'BAD ' + [...bad].slice(0, 10).join(' | ') : 'fine: ' + visited;
            """;

    public static void main(String[] arguments) throws Exception {
        try (ReportInBrowser page = new ReportInBrowser(arguments[1], Path.of(arguments[3]))) {
            if (arguments[0].equals("click")) {
                page.clickThrough(arguments[2]);
            } else {
                page.lookThrough(arguments[2]);
            }
        } catch (IOException blocked) {
            System.err.println("The browser found the report wrong (" + arguments[0] + "): " + blocked.getMessage());
            System.exit(1);
        }
    }

    private void clickThrough(String address) throws Exception {
        ask("Page.navigate", "{\"url\":" + quoted(address) + "}");
        click("a.side-nav__link", "Requirements");
        click("button.cp-open", "EVC-CREATE-1");
        requireCurl("tr.cp-detail", "HTTP 201");
        click("a.side-nav__link", "Overview");
        click("a.table__row", "Violations: a MUST is broken");
        // Allure draws a tree anew at the first click on it, and so forgets what that opened.
        click(".node .node .node__title", "EVC-CREATE-1 ");
        click(".node .node .node__title", "EVC-CREATE-1 ");
        click("a.node__leaf", "EVC-CREATE-1");
        requireCurl(".cp-card-violation", "HTTP 201");
        System.out.println(
                "The browser went from the overview to a failure's curl: by its requirement, and by its category.");
    }

    /** Without the policy that the server sends along: what the report holds has to be harmless by itself. */
    private void lookThrough(String address) throws Exception {
        ask("Page.enable", "{}");
        ask("Network.enable", "{}");
        ask("Page.setBypassCSP", "{\"enabled\":true}");
        ask("Page.navigate", "{\"url\":" + quoted(address) + "}");
        look("await seen(selector, words); return 'there';", "a.side-nav__link", "Requirements");
        String found = look(TOUR, "", "");
        List<String> foreign = requests.stream()
                .filter(url -> url.contains("canary") || !url.startsWith(address) && !url.startsWith("data:"))
                .toList();
        if (!found.startsWith("fine: ") || found.equals("fine: 0") || !foreign.isEmpty() || !dialogs.isEmpty()) {
            throw new IOException(found + ", requests: " + foreign + ", dialogs: " + dialogs);
        }
        System.out.println("The browser went through every page of a report full of markup, and none took effect.");
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

    private void note(String message) {
        Matcher request = REQUEST.matcher(message);
        if (message.startsWith("{\"method\":\"Network.requestWillBeSent\"") && request.find()) {
            requests.add(request.group(1));
        }
        if (message.startsWith("{\"method\":\"Page.javascriptDialogOpening\"")) {
            dialogs.add(message);
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
                note(part.toString());
                messages.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
