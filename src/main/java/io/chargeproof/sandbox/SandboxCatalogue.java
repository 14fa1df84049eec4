package io.chargeproof.sandbox;

import io.chargeproof.sandbox.provider.ApiSandbox;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Provider;
import io.chargeproof.sandbox.provider.SandboxModule;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** The APIs of the sandbox, and what it can be told to do otherwise. */
public final class SandboxCatalogue {
    /** The APIs on the class path, in the order of their names; the first takes what is for no other. */
    static final List<ApiSandbox<?>> APIS =
            ServiceLoader.load(SandboxModule.class, SandboxModule.class.getClassLoader()).stream()
                    .<ApiSandbox<?>>map(module -> module.get().sandbox())
                    .sorted(Comparator.comparing(ApiSandbox::api))
                    .toList();

    private SandboxCatalogue() {}

    /** The ways in which it can break one requirement each, in the order of the requirements. */
    public static List<Defect> defects() {
        return all(ApiSandbox::defects)
                .<Defect>map(each -> new Defect(each.id(), each.requirement(), each.sentence(), each.shownBy()))
                .toList();
    }

    /** The ways in which it can differ and still conform, in the order of the requirements. */
    public static List<Variant> variants() {
        return all(ApiSandbox::variants)
                .<Variant>map(each -> new Variant(
                        each.id(), each.requirement(), each.sentence(), each.feltByClients(), each.leavesOpen()))
                .toList();
    }

    /**
     * The provider that differs in these ways.
     *
     * @throws IllegalArgumentException if there is no such defect or variant
     */
    static Provider provider(SandboxOptions options) {
        options.variants().forEach(id -> expect("variant", id, ids(variants(), Variant::id)));
        options.defects().forEach(id -> expect("defect", id, ids(defects(), Defect::id)));
        return new Provider(APIS.stream()
                .<ApiSandbox.Started<?>>map(api -> api.start(options.variants(), options.defects()))
                .toList());
    }

    private static Stream<? extends Deviation<?>> all(Function<ApiSandbox<?>, List<? extends Deviation<?>>> which) {
        return APIS.stream()
                .flatMap(api -> which.apply(api).stream())
                .sorted(Comparator.comparing(Deviation::requirement));
    }

    private static <T> List<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    private static void expect(String kind, String id, List<String> known) {
        if (!known.contains(id)) {
            throw new IllegalArgumentException(
                    "the sandbox has no " + kind + " '" + id + "'; did you mean '" + Nearest.to(id, known) + "'?");
        }
    }
}
