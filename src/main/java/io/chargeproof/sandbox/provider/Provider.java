package io.chargeproof.sandbox.provider;

import io.chargeproof.sandbox.customer.CustomerApi;
import io.chargeproof.sandbox.customer.CustomerRecords;
import io.chargeproof.sandbox.user.UserApi;
import io.chargeproof.sandbox.user.UserRecords;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Answering;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Both APIs, and what they have on record.
 *
 * @param customerApi the steps of the EVC-net Customer API
 * @param userApi the steps of OIOI's user calls
 * @param customers the customers and cards
 * @param users the users
 */
public record Provider(Pipeline customerApi, Pipeline userApi, CustomerRecords customers, UserRecords users)
        implements Answering {
    private static final List<String> OIOI = List.of("api", "v4", "request");

    /** A provider without fault, with the test data on record. */
    public static Provider correct() {
        CustomerRecords customers = new CustomerRecords();
        customers.cards().add(TestData.cards());
        UserRecords users = new UserRecords();
        users.add(TestData.primary());
        users.add(TestData.secondary());
        users.add(TestData.sparse());
        return new Provider(
                CustomerApi.correct(customers, TestData.CUSTOMER_TOKEN),
                UserApi.correct(users, TestData.API_KEY),
                customers,
                users);
    }

    /** The same with a step of the EVC-net Customer API changed. */
    public <S> Provider withCustomerStep(Class<S> kind, UnaryOperator<S> change) {
        return new Provider(customerApi.changed(kind, change), userApi, customers, users);
    }

    /** The same with a step of OIOI's user calls changed. */
    public <S> Provider withUserStep(Class<S> kind, UnaryOperator<S> change) {
        return new Provider(customerApi, userApi.changed(kind, change), customers, users);
    }

    @Override
    public Answer answer(Request request) {
        return request.segments().equals(OIOI) ? userApi.answer(request) : customerApi.answer(request);
    }
}
