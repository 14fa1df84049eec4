package io.chargeproof.api.evcnet;

import io.chargeproof.api.CheckUp;
import io.chargeproof.api.Clue;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Set;

/** Looks whether the Customer API takes the token, and whether it knows the customer who keeps cards. */
final class CustomerCheckUp {
    private static final String TOKEN = "evc-net token";
    private static final String ELSEWHERE =
            "look whether evc-net.base-url is the part before /api/rest/customer" + CheckUp.IN_BETWEEN;

    private final EvcNetTarget target;
    private final CustomerRequests requests;
    private final CheckUp checkUp;

    CustomerCheckUp(EvcNetTarget target, CheckUp checkUp) {
        this.target = target;
        this.requests = new CustomerRequests(target, 1);
        this.checkUp = checkUp;
    }

    void execute() {
        if (checkUp.isReadOnly()) {
            checkUp.tell(
                    TOKEN,
                    State.NOTE,
                    "not tried: the target may only be read, and no documented request of this API only reads",
                    "give --allow-writes " + target.baseUrl().getHost() + " to have it tried with a harmless request");
            return;
        }
        Exchange update = checkUp.send(requests.update("999999999", Body.of("{}")));
        checkUp.clock(update);
        boolean decided = isDecided(update);
        Exchange deciding = decided ? update : checkUp.send(requests.create(Body.of("{")));
        boolean foreign = CustomerPreflight.isForeign(deciding)
                || (!decided && ForeignAnswer.isOneForAll(List.of(update, deciding), CustomerPreflight.MEMBER));
        if (foreign) {
            wrong(deciding, Clue.in(deciding, false).orElse(ELSEWHERE));
        } else {
            token(deciding);
        }
    }

    private void token(Exchange deciding) {
        int status = deciding.status().orElse(0);
        if (status == 200 || status == 400) {
            checkUp.tell(TOKEN, State.FINE, "accepted (" + deciding.outcomeInWords() + " to a harmless request)", "");
            cards();
        } else if (status == 401 || status == 403) {
            checkUp.tell(
                    TOKEN,
                    State.WRONG,
                    "refused (" + deciding.outcomeInWords() + ")",
                    "put the system user's token in evc-net.token");
        } else if (deciding.isInconclusive()) {
            String came = ForeignAnswer.inWords(deciding);
            checkUp.tell(TOKEN, State.UNREACHABLE, "undecided: " + came, checkUp.cure(deciding));
        } else {
            wrong(deciding, ELSEWHERE);
        }
    }

    private void wrong(Exchange deciding, String cure) {
        String saw = "this isn't how the Customer API answers: " + ForeignAnswer.inWords(deciding);
        checkUp.tell(TOKEN, State.WRONG, saw, cure);
    }

    private void cards() {
        String id = target.cardCustomer();
        if (id == null) {
            return;
        }
        CustomerProbe.Seen seen = new CustomerProbe(checkUp::send, requests, CustomerPreflight.nobody(target)).at(id);
        if (seen.isUnknown()) {
            checkUp.tell(CustomerProbe.KEY, State.WRONG, CustomerProbe.inWords(id, seen), CustomerProbe.CURE);
        } else if (seen.isKnown()) {
            checkUp.tell(CustomerProbe.KEY, State.FINE, "known", "");
        } else {
            String saw = "undecided: " + seen.answer().outcomeInWords() + " to an empty update";
            checkUp.tell(CustomerProbe.KEY, State.NOTE, saw, "a run will tell");
        }
    }

    private static boolean isDecided(Exchange exchange) {
        boolean known =
                exchange.status().filter(Set.of(200, 400, 401, 403)::contains).isPresent();
        boolean strange = CustomerPreflight.isForeign(exchange)
                || ForeignAnswer.isOthersJson(exchange, List.of(CustomerPreflight.MEMBER));
        return exchange.isInconclusive() || (known && !strange);
    }
}
