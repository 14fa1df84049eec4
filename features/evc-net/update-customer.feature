@evc-net @writes
Feature: Update a customer
  A customer is addressed by its id and gets new details. Nothing reads a customer, so whether they were stored can't be seen.

  Background:
    Given a customer of this run

  @EVC-UPDATE-1
  Rule: The documented members without cards are accepted

    @smoke
    Scenario: A customer is updated
      When the customer is updated once
      Then it is accepted

    Scenario: A customer gets details in other scripts
      When the customer is updated with each of these values:
        | member     | value    |
        | first_name | Jan Piet |
        | city       | Utrecht  |
        | street     | Oudegracht |
        | phone      | +31201234599 |
        | mobile     | +31612345699 |
        | company_name | Piet en Zonen |
        | invoice_name | Jan Piet |
        | invoice_street | Oudegracht |
      Then each is accepted

    Scenario: A customer is updated on a connection where a broken body was refused
      Given a connection that carried an update with a body that isn't JSON
      When the customer is updated once
      Then it is accepted

  @EVC-UPDATE-2
  Rule: The same update is accepted again

    @EVC-AUTH-1 @EVC-HTTP-11
    Scenario: A customer is updated several times in the same way
      When the customer is updated 8 times in a row
      Then each is let in
      And each is accepted
      And how often it throttles is recorded

  @EVC-UPDATE-3
  Rule: An unknown customer is a generic error that says why

    Scenario: An unknown customer can't be updated
      When an unknown customer is updated
      Then it is refused as a generic error that says why

  @EVC-UPDATE-4
  Rule: An id that can't be one never succeeds

    Scenario: The customer's own id with more at its end is refused
      When the customer of each of these ids is updated:
        | id                              |
        | the customer's own, and letters |
      Then each is refused without a server error

    @EVC-UPDATE-5
    Scenario: Ids that can't be one are refused by the application
      When the customer of each of these ids is updated:
        | id                |
        | abc               |
        | 0                 |
        | -1                |
        | ..%2F             |
        | ..%2F..%2Fcustomer |
        | of 200 digits     |
      Then each is refused without a server error
      And each is refused as a generic error

  @EVC-UPDATE-6
  Rule: A body that can't be read as an object is a generic error that says why

    @EVC-CREATE-6 @EVC-CREATE-14 @EVC-HTTP-2 @EVC-HTTP-3
    Scenario: Bodies that aren't JSON are refused
      When an update is sent with each body that isn't JSON
      Then each is refused as a generic error that says why
      And every status is a documented one
      And every body is JSON
      And every 400 says what was wrong
      And no error reveals internals

    @EVC-CREATE-6 @EVC-CREATE-14 @EVC-AUTH-6 @EVC-HTTP-2 @EVC-HTTP-3
    Scenario: JSON that isn't an object is refused
      When an update is sent with each body that isn't an object
      Then each is refused as a generic error that says why
      And every status is a documented one
      And every body is JSON
      And every 400 says what was wrong
      And no error reveals internals
      And no answer contains the token

    Scenario: An update with an empty object is recorded
      When an update is sent with each empty object
      Then what the target does is recorded

  @EVC-CREATE-2
  Rule: Each customer of the run can be addressed, and not just the first

    @optional @last
    Scenario: The newest customers are updated, and those whose answers show no id
      Then each customer can be addressed

  @EVC-CREATE-3
  Rule: No customer of the run has the id of another

    @optional @last
    Scenario: The customers of the whole run have ids of their own
      Then each customer has an id of its own
