package io.chargeproof.run;

import io.chargeproof.api.ApiRun;
import io.chargeproof.api.Clue;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks which of the APIs that a run needs answer at all. */
final class ReachabilityCheck {
    private final RunOptions options;
    private final RunProgress progress;
    private final TransportChain link;

    ReachabilityCheck(RunOptions options, RunProgress progress, TransportChain link) {
        this.options = options;
        this.progress = progress;
        this.link = link;
    }

    /**
     * Looks at the APIs that the selected scenarios call; a sentence for each that can't be reached.
     *
     * @throws io.chargeproof.api.UsageException if an API refuses whatever the profile gives, or isn't where the profile says
     */
    Map<Api, String> over(List<ApiRun> apis, Selection selection) {
        Map<Api, String> unreachable = new TreeMap<>();
        for (ApiRun each : apis) {
            if (selection.includes(each.api())) {
                String address = each.target().address().toString();
                if (!each.look(told(address), link.once())) {
                    unreachable.put(each.api(), unreachable(address));
                }
            }
        }
        return unreachable;
    }

    private Transport told(String address) {
        return request -> {
            Exchange exchange = link.plain().send(request);
            if (exchange.isInconclusive()) {
                progress.unanswered(address);
            }
            return exchange;
        };
    }

    private String unreachable(String address) {
        List<Exchange> all = link.log().exchanges();
        Exchange last = all.get(all.size() - 1);
        boolean direct = options.profile().connection().proxy() == null;
        return "the target at " + address + " can't be reached: " + last.outcomeInWords()
                + Clue.in(last, direct).map(clue -> "; " + clue).orElse("");
    }
}
