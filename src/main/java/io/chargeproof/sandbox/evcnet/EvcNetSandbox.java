package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.provider.ApiSandbox;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.SandboxModule;
import io.chargeproof.sandbox.provider.Service;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Customer API of the sandbox. */
public final class EvcNetSandbox implements SandboxModule {
    private static final String PATH = "/api/rest";

    /** A class for each area of what can go wrong. */
    private static final List<Deviation<CustomerRecords>> DEFECTS = Stream.of(
                    CustomerRouteDefects.DEFECTS,
                    CustomerStatusDefects.DEFECTS,
                    CustomerHeaderDefects.DEFECTS,
                    CustomerFormatDefects.DEFECTS,
                    CustomerEchoDefects.DEFECTS,
                    CustomerTokenDefects.DEFECTS,
                    CustomerOrderDefects.DEFECTS,
                    CustomerSecretDefects.DEFECTS,
                    CustomerInternalsDefects.DEFECTS,
                    CreationDefects.DEFECTS,
                    CustomerIdDefects.DEFECTS,
                    CustomerBodyDefects.DEFECTS,
                    ErrorDataDefects.DEFECTS,
                    UncheckedValueDefects.DEFECTS,
                    HostileValueDefects.DEFECTS,
                    UpdateDefects.DEFECTS,
                    CardDefects.DEFECTS,
                    CustomerTrafficDefects.DEFECTS)
            .flatMap(List::stream)
            .toList();

    /** A class for each area of what may differ. */
    private static final List<Deviation<CustomerRecords>> VARIANTS = Stream.of(
                    CustomerIdVariants.VARIANTS,
                    CustomerAnswerVariants.VARIANTS,
                    CustomerFormatVariants.VARIANTS,
                    CustomerRuleVariants.VARIANTS,
                    CustomerCardVariants.VARIANTS,
                    CustomerRequestVariants.VARIANTS,
                    CustomerAvailabilityVariants.VARIANTS)
            .flatMap(List::stream)
            .toList();

    /** Takes the requests below the one address of the Customer API. */
    private static final ApiSandbox<CustomerRecords> API = new ApiSandbox<>(
            "evc-net",
            "the EVC-net Customer API",
            "",
            request -> request.rawPath().startsWith(PATH),
            EvcNetSandbox::correct,
            DEFECTS,
            VARIANTS,
            EvcNetSandbox::profile,
            CustomerStates::of);

    @Override
    public ApiSandbox<CustomerRecords> sandbox() {
        return API;
    }

    private static Service<CustomerRecords> correct() {
        CustomerRecords customers = new CustomerRecords();
        customers.cards().add(CustomerTestData.cards());
        return new Service<>(CustomerApi.correct(customers, CustomerTestData.TOKEN), customers);
    }

    private static String profile(String baseUrl) {
        return """
                evc-net:
                  base-url: "%s"
                  token: "%s"
                  email-domain: "example.com"
                  cards:
                %s
                """.formatted(
                        baseUrl,
                        CustomerTestData.TOKEN,
                        CustomerTestData.cards().stream()
                                .map(card -> "    - \"" + card + "\"")
                                .collect(Collectors.joining("\n")));
    }
}
