package io.chargeproof.api.oioi;

import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Users are read. */
public final class ReadSteps {
    private static final Duration WELL_OVER_A_MOMENT = Duration.ofSeconds(3);

    private final UserFixtures users;
    private final PostedDetails posts;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final Judge judge;

    /** Steps of a scenario. */
    public ReadSteps(
            UserFixtures users, PostedDetails posts, ScenarioClient wire, SentRequests sentRequests, Judge judge) {
        this.users = users;
        this.posts = posts;
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.judge = judge;
    }

    @Given("^the (primary|secondary|sparse) user is watched(?: by (EVCO ID|RFID))?$")
    public void theUserIsWatched(String role, @Nullable String type) {
        posts.watch(
                Role.valueOf(role.toUpperCase(Locale.ROOT)),
                type == null ? IdentifierType.USERNAME : IdentifierType.called(type));
    }

    /**
     * Details that were on record before the run are judged as well, since posts may have hidden what they show; and so is a
     * read that failed then, since a target may fail at its first only.
     */
    @When("the {role} user is read by {identifier}")
    public void theUserIsRead(Role role, IdentifierType type) {
        users.look(role).ifPresent(this::adopted);
        users.failedLooks(role, type).forEach(look -> sentRequests.add(adopted(look)));
        SentRequest read = posts.read(role, type, users.read(role, type));
        if (role == Role.SPARSE && UserCauses.isOfTheUser(read.exchange())) {
            throw new MissingTestDataException("the sparse user is refused ("
                    + UserAnswer.of(read.exchange()).inWords() + "); look at oioi.users.sparse in the profile");
        }
        sentRequests.add(read);
    }

    private SentRequest adopted(Exchange look) {
        return wire.adopt(new SentRequest(look, false));
    }

    @Then("the {role} user is the same by username, EVCO ID and RFID")
    public void theUserIsTheSame(Role role) {
        List<Looked> looked = wire.patiently(looks(role), looks -> disagreeing(role, looks), () -> looks(role));
        judge.state(
                new SameUserIsShown(),
                seen(looked),
                looked.stream().map(look -> look.sight().read().exchange()).toList());
    }

    /**
     * A look at a user.
     *
     * @param type by which kind of identifier
     * @param sight what it showed
     */
    private record Looked(IdentifierType type, PostedDetails.Sight sight) {}

    private List<Looked> looks(Role role) {
        List<Looked> looks = users.typesToReadBy(role).stream()
                .map(type -> new Looked(type, posts.look(role, type)))
                .toList();
        if (looks.size() < 2) {
            throw new MissingTestDataException(
                    "the profile has neither evco-id nor rfid of oioi.users." + role.label());
        }
        return looks;
    }

    /** Identifiers that disagree after a post may need a moment. */
    private Set<String> disagreeing(Role role, List<Looked> looked) {
        boolean moment =
                users.lastPost(role).isPresent() && new SameUserIsShown().judge(seen(looked)) != Judgement.HOLDS;
        return moment ? Set.of("the same user by each identifier") : Set.of();
    }

    private static List<SameUserIsShown.Seen> seen(List<Looked> looked) {
        return looked.stream()
                .map(look -> new SameUserIsShown.Seen(look.type(), look.sight().user()))
                .toList();
    }

    /** Each is held against the one before it by the same identifier; that identifiers agree is another rule's matter. */
    @Then("each read shows the same user")
    public void eachReadShowsTheSameUser() {
        sentRequests.all().forEach(judge::needsAnswer);
        Map<String, Exchange> before = new HashMap<>();
        List<Exchange> posts = new ArrayList<>();
        for (SentRequest sent : sentRequests.all()) {
            Exchange read = sent.exchange();
            if (UserCall.POST_DETAILS.label().equals(read.request().purpose().operation())) {
                posts.add(read);
                continue;
            }
            Exchange last = before.put(read.request().purpose().variant(), read);
            if (last != null && read.request().purpose().is(RequestTrait.TOGETHER)) {
                judge.state(new SameUserIsShown(), List.of(seen(last), seen(read)), List.of(last, read));
            } else if (last != null) {
                List<Exchange> reads = inPeace(last, read);
                judge.state(
                        new UserIsUnchanged(),
                        unchanged(reads),
                        Stream.concat(posts.stream(), reads.stream()).toList());
            }
        }
    }

    private static UserIsUnchanged.BeforeAndAfter unchanged(List<Exchange> reads) {
        return new UserIsUnchanged.BeforeAndAfter(user(reads.get(0)), user(reads.get(1)), "a read");
    }

    /**
     * Two reads. Those that differ in the moment after a post are made again when that has passed; if they show the post then,
     * the earlier one just hadn't arrived everywhere.
     */
    private List<Exchange> inPeace(Exchange last, Exchange read) {
        List<Exchange> both = List.of(last, read);
        Role role = role(read);
        Optional<UserFixtures.LastPost> post = users.lastPost(role)
                .filter(each -> each.at().plus(WELL_OVER_A_MOMENT).isAfter(last.started()));
        if (post.isEmpty() || new UserIsUnchanged().judge(unchanged(both)) == Judgement.HOLDS) {
            return both;
        }
        posts.settle(role);
        List<Exchange> again =
                both.stream().map(each -> wire.ask(each.request()).exchange()).toList();
        boolean arrived = again.stream()
                .allMatch(each -> UserAnswer.of(each)
                        .user()
                        .filter(user -> users.isLagging()
                                || Details.isSameInMeaning(post.get().details(), user))
                        .isPresent());
        return arrived ? again : both;
    }

    private static Role role(Exchange read) {
        String words = read.request().purpose().variant();
        return Stream.of(Role.values())
                .filter(role -> words.startsWith("the " + role.label() + " "))
                .findFirst()
                .orElse(Role.PRIMARY);
    }

    private static SameUserIsShown.Seen seen(Exchange read) {
        String variant = read.request().purpose().variant();
        return new SameUserIsShown.Seen(
                IdentifierType.called(variant.substring(variant.lastIndexOf(" by ") + " by ".length())), user(read));
    }

    /** A read that fails is another rule's matter. */
    @Then("the {role} user shows {contract}")
    public void theUserShows(Role role, ContractIdExpectation contract) {
        judge.needsAnswer(sentRequests.last());
        user(sentRequests.last().exchange());
        String asked = users.identifier(role, IdentifierType.EVCO_ID);
        judge.that(
                new ContractIsTheOneAskedFor(asked, contract == ContractIdExpectation.THAT_OR_NONE),
                sentRequests.last());
    }

    private static JsonNode user(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return answer.user().orElseThrow(() -> UserRecordSteps.unreadable(answer));
    }
}
