package io.chargeproof.scenario;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.profile.Secret;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A scenario at a Customer API that answers as it is told. */
final class Scene {
    /** A MUST. */
    static final RequirementId MUST = new RequirementId("EVC-CARD-1");

    /** A SHOULD. */
    static final RequirementId SHOULD = new RequirementId("EVC-HTTP-4");

    /** A row that is only observed. */
    static final RequirementId OBSERVE = new RequirementId("EVC-HTTP-6");

    /** The row of requests that fail for themselves. */
    static final RequirementId FAILS = new RequirementId("EVC-HTTP-2");

    static final EvcNetTarget TARGET = new EvcNetTarget(
            URI.create("https://evc.example.com"),
            new Secret("EVC_NET_TOKEN", "0123456789abcdef"),
            null,
            Map.of(),
            Map.of(),
            "mail.example.com",
            List.of(),
            null,
            null);
    private static final CustomerRequests REQUESTS = new CustomerRequests(TARGET, 1);

    final ScenarioScope scope = new ScenarioScope();
    final Scripted target;
    final Scripted sweeps;
    final Scripted controls;
    final Judge judge;
    final ScenarioClient wire;
    final ApiLine line;
    final ApiLines lines;
    final TargetHealth health;

    /** How long the scenario would have waited. */
    final List<Duration> waits = new ArrayList<>();

    private Scene(Builder builder) {
        target = Scripted.with(builder.replies);
        sweeps = Scripted.with(builder.swept);
        controls = Scripted.with(builder.controlled);
        health = new TargetHealth(controls, () -> REQUESTS.update("1", Body.of("{}")));
        line = new ApiLine(
                target, sweeps, health, builder.standing, FAILS.value(), builder.causes, Exchange::outcomeInWords);
        lines = new ApiLines(Map.of(EvcNetModule.API, line));
        judge = new Judge(builder.catalogue, lines, scope);
        wire = new ScenarioClient(lines, scope, judge, new Patience(waits::add));
        scope.isAbout(Stream.of(builder.rows).sorted().toList());
    }

    static Builder about(RequirementId... rows) {
        return new Builder(rows);
    }

    static HttpRequest update() {
        return REQUESTS.update("4711", Body.of("{}"));
    }

    static HttpRequest create() {
        return REQUESTS.create(Body.of("{}"));
    }

    /** What was found, each with its row and its outcome. */
    List<String> found() {
        return scope.findings().found().stream()
                .map(finding -> finding.requirement() + " " + finding.outcome() + ": " + finding.message()
                        + "; expected " + finding.expected() + ", got " + finding.actual())
                .toList();
    }

    /** What is out of the ordinary in a scene. */
    static final class Builder {
        private final RequirementId[] rows;
        private final List<Invariant> standing = new ArrayList<>();
        private Reply[] replies = {Answers.json(200, "{}")};
        private Reply[] swept = {Answers.json(200, "{}")};
        private Reply[] controlled = {Answers.json(200, "{}")};
        private Causes causes = Causes.NONE;
        private RequirementCatalogue catalogue = RequirementCatalogue.shipped();

        private Builder(RequirementId... rows) {
            this.rows = rows;
        }

        Builder answering(Reply... given) {
            replies = given;
            return this;
        }

        Builder sweeping(Reply... given) {
            swept = given;
            return this;
        }

        Builder controlled(Reply... given) {
            controlled = given;
            return this;
        }

        Builder standing(Invariant check) {
            standing.add(check);
            return this;
        }

        Builder causes(Causes given) {
            causes = given;
            return this;
        }

        Builder knowing(RequirementCatalogue given) {
            catalogue = given;
            return this;
        }

        Scene begin() {
            return new Scene(this);
        }
    }
}
