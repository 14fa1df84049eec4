package io.chargeproof.contract;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMismatch;
import au.com.dius.pact.core.matchers.RequestMatchResult;
import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Pact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of a request that no interaction expects how it differs from the nearest. */
final class NearestInteraction {
    private static final int MOST = 20;

    private final Pact pact;
    private final List<Contract> contracts;

    NearestInteraction(Pact pact, List<Contract> contracts) {
        this.pact = pact;
        this.contracts = List.copyOf(contracts);
    }

    private record Compared(Contract contract, RequestMatchResult result) {
        /** The least first: another path, another method, then as many differences as there are. */
        static final Comparator<Compared> NEAREST = Comparator.comparing(
                        (Compared each) -> each.result().getPath() != null)
                .thenComparing(each -> each.result().getMethod() != null)
                .thenComparing(each -> differences(each.result()).size());
    }

    /** Why a request is refused, in some lines; nothing if an interaction expects it. */
    Optional<String> refusal(IRequest request) {
        List<Compared> compared = contracts.stream()
                .map(each -> new Compared(each, RequestMatching.requestMismatches(pact, each.http(), request)))
                .toList();
        if (compared.stream().anyMatch(each -> each.result().matchedOk())) {
            return Optional.empty();
        }
        String asked = "No interaction of these pacts expects " + request.getMethod() + " " + request.getPath() + ".";
        return Optional.of(compared.stream()
                .min(Compared.NEAREST)
                .map(each -> asked + "\n" + inWords(each))
                .orElse(asked));
    }

    private static String inWords(Compared nearest) {
        List<String> differences = differences(nearest.result());
        String more = differences.size() > MOST ? "\n- and " + (differences.size() - MOST) + " more" : "";
        return "The nearest is '" + nearest.contract().description() + "' ("
                + nearest.contract().location() + "); the request differs from it in:\n"
                + differences.stream().limit(MOST).map(each -> "- " + each).collect(Collectors.joining("\n")) + more;
    }

    private static List<String> differences(RequestMatchResult result) {
        return result.getMismatches().stream()
                .map(NearestInteraction::inWords)
                .distinct()
                .toList();
    }

    private static String inWords(Mismatch mismatch) {
        if (mismatch instanceof MethodMismatch method) {
            return "the method: expected " + method.getExpected() + ", got " + method.getActual();
        }
        if (mismatch instanceof PathMismatch path) {
            return "the path: expected " + path.getExpected() + ", got " + path.getActual();
        }
        if (mismatch instanceof HeaderMismatch header) {
            return "the header " + header.getHeaderKey() + ": expected '" + header.getExpected() + "', got "
                    + got(header.getActual());
        }
        if (mismatch instanceof QueryMismatch query) {
            return "the query parameter " + query.getQueryParameter() + ": expected '" + query.getExpected() + "', got "
                    + got(query.getActual());
        }
        return mismatch instanceof BodyMismatch body
                ? "the body at " + body.getPath() + ": " + oneLine(body.description())
                : oneLine(mismatch.description());
    }

    private static String got(@Nullable String value) {
        return value == null || value.isEmpty() ? "none" : "'" + value + "'";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
