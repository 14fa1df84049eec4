package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.GroupTesting;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValue.Category;
import io.chargeproof.testdata.RawMember;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tries hostile values in many members of a customer at once. */
final class CustomerSweep {
    /** Long values are sent in so few members at once that the body is no larger than any server takes. */
    private static final int FEW = 6;

    /** What is free text to most targets. The object ID isn't among them, which says whose customer it is where the info can't. */
    private static final Set<String> FREE = Set.of(
            "first_name",
            "last_name",
            "company_name",
            "street",
            "street_number",
            "street_number_ext",
            "city",
            "invoice_name",
            "invoice_street",
            "invoice_street_number",
            "invoice_street_number_ext",
            "invoice_city",
            "info",
            "billing_account_name",
            "your_reference",
            "company_object_no");

    /** Each says whose customer it is, so that one of them stays as it is. */
    private static final List<String> MARKED = List.of("info", "object_id");

    /** What programs stumble over most, so that no member is spared it. */
    private static final Set<Category> LIKELY = EnumSet.of(Category.NULL, Category.EMPTY, Category.MIXED_MARKUP);

    private static final String BESIDE = ", and an email without @";

    private final CustomerFixtures customers;
    private final TargetedRequests requests;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;

    CustomerSweep(
            CustomerFixtures customers, TargetedRequests requests, ScenarioClient wire, SentRequests sentRequests) {
        this.customers = customers;
        this.requests = requests;
        this.wire = wire;
        this.sentRequests = sentRequests;
    }

    /** The members that values may stand in at once. */
    static List<String> members(Operation operation) {
        return operation == Operation.CREATE ? CustomerBodies.createMembers() : CustomerBodies.updateMembers();
    }

    /** Tries the values in the members of an operation. */
    void over(Operation operation, List<HostileValue> values) {
        List<String> all = members(operation);
        Families families = new Families(Set.copyOf(without(FREE, all)));
        int turn = 0;
        for (HostileValue value : values) {
            GroupTesting.Trial trial = trial(operation, value);
            String spared = MARKED.get(turn++ % MARKED.size());
            parts(without(Set.of(spared), all), value).forEach(part -> families.tryIn(part, value, trial));
            if (all.contains(spared) && LIKELY.contains(value.category())) {
                families.tryIn(List.of(spared), value, trial);
            }
        }
    }

    /** Values that a target treats alike share what was learned of its members. */
    private static final class Families {
        private final GroupTesting printable;
        private final GroupTesting tooLong;
        private final GroupTesting huge = new GroupTesting(4, 2, Set.of());
        private final GroupTesting markup = new GroupTesting(2, 2, Set.of());
        private final GroupTesting wrongTypes = new GroupTesting(10, 7, Set.of());
        private final GroupTesting odd = new GroupTesting(4, 4, Set.of());

        Families(Set<String> checked) {
            printable = new GroupTesting(12, 6, checked);
            tooLong = new GroupTesting(8, 4, checked);
        }

        void tryIn(List<String> members, HostileValue value, GroupTesting.Trial trial) {
            if (value.category().isAttack()) {
                markup.inAny(members, trial);
            } else if (value.category() == Category.LONG) {
                huge.inAny(members, trial);
            } else if (value.isLong()) {
                tooLong.inMost(members, trial);
            } else if (value.isPrintable()) {
                printable.inMost(members, trial);
            } else {
                (value.isText() ? odd : wrongTypes).inAny(members, trial);
            }
        }
    }

    private static List<String> without(Set<String> some, List<String> members) {
        return members.stream().filter(member -> !some.contains(member)).toList();
    }

    private static Stream<List<String>> parts(List<String> members, HostileValue value) {
        int size = value.category() == Category.LONG ? FEW : members.size();
        return IntStream.iterate(0, start -> start < members.size(), start -> start + size)
                .mapToObj(start -> members.subList(start, Math.min(members.size(), start + size)));
    }

    private GroupTesting.Trial trial(Operation operation, HostileValue value) {
        return new GroupTesting.Trial() {
            @Override
            public Optional<SentRequest> send(List<String> members) {
                return wire.unjudged(
                        () -> operation == Operation.CREATE ? create(members, value) : update(members, value));
            }

            @Override
            public boolean isBroken(SentRequest sent) {
                return wire.isBroken(sent);
            }

            /** What is refused for the wrong address beside the value says nothing of the value. */
            @Override
            public boolean isRefused(SentRequest sent) {
                return sent.exchange().status().filter(status -> status >= 400).isPresent()
                        && !sent.request().purpose().variant().endsWith(BESIDE);
            }

            @Override
            public List<String> named(List<String> members, SentRequest refusal) {
                return refusal.exchange()
                        .answer()
                        .map(answer -> CustomerAnswer.named(answer, members))
                        .orElse(List.of());
            }

            @Override
            public void keep(List<String> members, SentRequest sent) {
                sentRequests.add(wire.judged(sent));
            }
        };
    }

    private Optional<SentRequest> update(List<String> members, HostileValue value) {
        return Optional.of(wire.sweep(bearing(requests.rightUpdate(), members, value)));
    }

    /** Where no customer is to spare, beside another value that is refused, so that most likely no customer comes of it. */
    private Optional<SentRequest> create(List<String> members, HostileValue value) {
        return customers
                .create(
                        wire,
                        CustomerFixtures.Plan.of(ObjectNode::toString, right -> bearing(right, members, value))
                                .asSweep())
                .or(() -> customers.create(
                        wire,
                        CustomerFixtures.Plan.of(
                                        body -> body.put("email", "no-address").toString(),
                                        right -> besideWrongEmail(bearing(right, members, value)))
                                .as(Use.REFUSAL)))
                .map(CreateAttempt::sent);
    }

    private static HttpRequest besideWrongEmail(HttpRequest request) {
        return request.named(request.purpose().variant() + BESIDE);
    }

    private static HttpRequest bearing(HttpRequest right, List<String> members, HostileValue value) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(right.body().text());
        Map<String, String> raw = new LinkedHashMap<>();
        members.forEach(member -> raw.put(member, value.jsonFor(rightValue(body, member))));
        return right.withBody(Body.of(RawMember.replace(body, raw)))
                .withPurpose(right.purpose().as(inWords(members, value)).with(RequestTrait.MALFORMED));
    }

    private static String rightValue(ObjectNode body, String member) {
        JsonNode right = body.path(member);
        return right.isMissingNode() ? CustomerRequestSteps.ANY : right.toString();
    }

    private static String inWords(List<String> members, HostileValue value) {
        return value.name() + " in " + String.join(", ", members);
    }
}
