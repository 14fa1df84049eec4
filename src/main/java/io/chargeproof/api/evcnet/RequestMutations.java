package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.TableRow;
import io.cucumber.datatable.DataTable;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the tables of features alter in creates and updates: a member or a header field in each row. A member may be {@code
 * each member} or {@code each boolean}; a value is text, or {@code left out}, {@code the other way round}, or {@code <the
 * run's own>}, which is the one of the customer that scenarios share; in a header {@code <every second from 1 to 9>} is one of these.
 */
final class RequestMutations {
    private static final Set<String> TRIGGER_MAIL = Set.of("send_email", "receive_newsletters");

    private static final Pattern RANGE = Pattern.compile("<every second from (\\d+) to (\\d+)>");

    private final CustomerFixtures customers;
    private final ScenarioClient wire;
    private final RunContext setting;

    /** Alterations of a scenario's requests. */
    RequestMutations(CustomerFixtures customers, ScenarioClient wire, RunContext setting) {
        this.customers = customers;
        this.wire = wire;
        this.setting = setting;
    }

    /**
     * The alterations that a table asks for.
     *
     * @param members the members that "each member" stands for
     */
    List<RequestMutation> of(DataTable table, List<String> members) {
        return TableRow.of(table).stream()
                .flatMap(row -> of(row, members).stream())
                .toList();
    }

    private List<RequestMutation> of(TableRow row, List<String> members) {
        String value = row.get("value");
        if (row.has("header")) {
            return List.of(RequestMutation.ofHeader(row.get("header"), number(value)));
        }
        String member = row.get("member");
        List<String> meant = member.equals("each member") ? members : List.of(member);
        return switch (value) {
            case "left out" -> meant.stream().map(RequestMutations::without).toList();
            case "<the run's own>" -> meant.stream().map(this::shared).toList();
            case "the other way round" -> List.of(reversed(member, members));
            default -> meant.stream().map(each -> with(each, value)).toList();
        };
    }

    /** A number that no request had before, where a range is said. */
    private String number(String value) {
        Matcher range = RANGE.matcher(value);
        return range.matches()
                ? Integer.toString(customers
                        .requests()
                        .requestIdWithin(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))))
                : value;
    }

    private static RequestMutation with(String member, String value) {
        return RequestMutation.ofBody(member + " '" + value + "'", Use.DOUBT, body -> body.put(member, value));
    }

    private static RequestMutation without(String member) {
        return RequestMutation.ofBody("no " + member, Use.SWEEP, body -> body.without(member));
    }

    private RequestMutation shared(String member) {
        String own = customers.ownCreation(wire).body().path(member).asString("");
        return RequestMutation.ofBody("a known " + member, Use.EXTRA, body -> body.put(member, own));
    }

    private RequestMutation reversed(String member, List<String> members) {
        List<String> meant = member.equals("each boolean") ? members : List.of(member);
        UnaryOperator<ObjectNode> reverse = body -> {
            meant.forEach(each -> reverse(body, each));
            return body;
        };
        return RequestMutation.ofBody(member + " the other way round", Use.SWEEP, reverse);
    }

    private void reverse(ObjectNode body, String member) {
        String value = body.path(member).asString("");
        boolean mail = TRIGGER_MAIL.contains(member) && !setting.isSandbox();
        if (!mail && (value.equals("true") || value.equals("false"))) {
            body.put(member, value.equals("true") ? "false" : "true");
        }
    }
}
