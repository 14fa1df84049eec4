package io.chargeproof.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pacts that were read. */
public final class Pacts {
    private final List<Contract> contracts;

    Pacts(List<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    List<Contract> contracts() {
        return contracts;
    }

    /** Which of a broker's pacts these are, in their order; none if they aren't a broker's. */
    public List<BrokeredPact> brokered() {
        return contracts.stream()
                .flatMap(each -> Optional.ofNullable(each.source().pact()).stream())
                .distinct()
                .toList();
    }

    /**
     * Those for a provider.
     *
     * @param consumer the one consumer, or null for all
     * @param interaction what a description has to contain, or null
     * @throws ContractFault if there are none
     */
    public Pacts of(String provider, @Nullable String consumer, @Nullable Pattern interaction) {
        List<Contract> ofProvider = contracts.stream()
                .filter(each -> each.provider().equals(provider))
                .toList();
        demand(
                ofProvider,
                "there is no pact for the provider '" + provider + "'; there are some for: "
                        + names(contracts.stream().map(Contract::provider).toList()));
        List<Contract> ofConsumer = ofProvider.stream()
                .filter(each -> consumer == null || each.consumer().equals(consumer))
                .toList();
        demand(
                ofConsumer,
                "the consumer '" + consumer + "' has no pact with " + provider + "; there are: "
                        + names(ofProvider.stream().map(Contract::consumer).toList()));
        List<Contract> selected = ofConsumer.stream()
                .filter(each -> interaction == null
                        || interaction.matcher(each.description()).find())
                .toList();
        demand(
                selected,
                "no interaction's description matches --interaction '" + interaction + "'; there are "
                        + ofConsumer.size() + ", such as " + first(ofConsumer));
        return new Pacts(selected);
    }

    private static String first(List<Contract> some) {
        return "'" + some.get(0).description() + "'";
    }

    private static void demand(List<Contract> some, String otherwise) {
        if (some.isEmpty()) {
            throw ContractFault.configuration(otherwise);
        }
    }

    private static String names(List<String> names) {
        return names.stream().distinct().sorted().collect(Collectors.joining(", "));
    }
}
