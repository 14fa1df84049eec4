package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.provider.ApiSandbox;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.SandboxModule;
import io.chargeproof.sandbox.provider.Service;
import java.util.List;
import java.util.stream.Stream;

/** The user calls of the sandbox. */
public final class OioiSandbox implements SandboxModule {
    private static final String PATH = "/api/v4/request";
    private static final List<String> SEGMENTS = List.of("api", "v4", "request");

    /** A class for each area of what can go wrong. */
    private static final List<Deviation<UserRecords>> DEFECTS = Stream.of(
                    UserDefects.DEFECTS,
                    UserWireDefects.DEFECTS,
                    UserResultDefects.DEFECTS,
                    UserKeyDefects.DEFECTS,
                    UserCallDefects.DEFECTS,
                    UserLookupDefects.DEFECTS,
                    UserIdentifierDefects.DEFECTS,
                    UserSamenessDefects.DEFECTS,
                    UserShapeDefects.DEFECTS,
                    UserStorageDefects.DEFECTS,
                    UserTextDefects.DEFECTS,
                    UserRefusalDefects.DEFECTS,
                    UserAcceptanceDefects.DEFECTS,
                    UserWriteDefects.DEFECTS,
                    UserStaleDefects.DEFECTS,
                    UserCountryDefects.DEFECTS,
                    UserTrafficDefects.DEFECTS,
                    LogInDefects.DEFECTS)
            .flatMap(List::stream)
            .toList();

    /** A class for each area of what may differ. */
    private static final List<Deviation<UserRecords>> VARIANTS = Stream.of(
                    UserVariants.VARIANTS,
                    UserWireVariants.VARIANTS,
                    UserResultVariants.VARIANTS,
                    UserDetailsVariants.VARIANTS,
                    UserStrictnessVariants.VARIANTS,
                    LogInVariants.VARIANTS)
            .flatMap(List::stream)
            .toList();

    /** Takes the requests to the one address of OIOI's calls. */
    private static final ApiSandbox<UserRecords> API = new ApiSandbox<>(
            "oioi",
            "OIOI",
            PATH,
            request -> request.segments().equals(SEGMENTS),
            OioiSandbox::correct,
            DEFECTS,
            VARIANTS,
            OioiSandbox::profile,
            UserStates::of);

    @Override
    public ApiSandbox<UserRecords> sandbox() {
        return API;
    }

    private static Service<UserRecords> correct() {
        UserRecords users = new UserRecords();
        users.add(UserTestData.primary());
        users.add(UserTestData.secondary());
        users.add(UserTestData.sparse());
        return new Service<>(UserApi.correct(users, UserTestData.API_KEY), users);
    }

    private static String profile(String baseUrl) {
        return """
                oioi:
                  endpoint: "%s"
                  api-key: "%s"
                  valid-vat: "%s"
                  users:
                %s%s%s""".formatted(
                        baseUrl + PATH,
                        UserTestData.API_KEY,
                        UserTestData.VALID_VAT,
                        user("primary", UserTestData.primary()),
                        user("secondary", UserTestData.secondary()),
                        user("sparse", UserTestData.sparse()));
    }

    private static String user(String name, User user) {
        return """
                    %s:
                      username: "%s"
                      token: "%s"
                      password: "%s"
                      evco-id: "%s"
                      rfid: "%s"
                """.formatted(name, user.username(), user.token(), user.password(), user.evcoId(), user.rfid());
    }
}
