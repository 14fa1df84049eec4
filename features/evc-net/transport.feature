@evc-net
Feature: HTTP at the Customer API
  Methods, addresses, header fields, statuses and bodies that hold for every request.

  @EVC-HTTP-1 @writes
  Rule: Customers are created by POST and updated by PUT under the documented addresses

    @EVC-CREATE-4 @EVC-HTTP-3 @EVC-HTTP-5
    Scenario: A customer is created as in the example
      When a customer is created
      Then it is accepted
      And every body is JSON

    @EVC-AUTH-6 @EVC-HTTP-3
    Scenario: A customer is updated at the documented address
      Given a customer of this run
      When the customer is updated once
      Then it is accepted
      And every body is JSON
      And no answer contains the token

  @EVC-HTTP-2 @writes
  Rule: Every status is a documented one

    Scenario: Updates with an odd body get a documented status
      Given a customer of this run
      When an update is sent with each odd body
      Then every status is a documented one

    # Many targets take them, so that few customers are left for what has to be refused.
    @last @optional
    Scenario: Creates with an odd body get a documented status
      When a create is sent with each odd body
      Then every status is a documented one

    @optional
    Scenario: A create with what another customer has gets a documented status
      When customers are created, each with one of these values:
        | member    | value           |
        | object_id | <the run's own> |
        | email     | <the run's own> |
      Then every status is a documented one

    @EVC-HTTP-3 @optional
    Scenario: Cards get a documented status, known or not
      Given a customer of this run
      And 1 spare card
      When the card is attached to the customer
      And an unknown card is attached to the customer
      And the customer gets each of these card lists:
        | which is              | card list                    |
        | an empty list         | []                           |
        | a string              | "<card>"                     |
        | null                  | null                         |
        | an empty entry        | [{}]                         |
        | a null id             | [{"card_external_id": null}] |
      Then every status is a documented one
      And every body is JSON

  @EVC-HTTP-5 @writes
  Rule: The documented header values are accepted

    Scenario: Odd and even request IDs up to the limits of 32 bits are accepted
      Given a customer of this run
      When the customer is updated with each of these values:
        | header       | value                                        |
        | X-Request-ID | <every second from 3 to 999>                 |
        | X-Request-ID | <every second from 2 to 998>                 |
        | X-Request-ID | <every second from 10001 to 99999>           |
        | X-Request-ID | <every second from 2147000001 to 2147483647> |
      Then each is accepted

    Scenario: Creates with odd and even request IDs up to the limits of 32 bits are accepted
      When customers are created, each with one of these values:
        | header       | value                                        |
        | X-Request-ID | <every second from 2 to 998>                 |
        | X-Request-ID | <every second from 2147000001 to 2147483647> |
      Then each is accepted

    @optional
    Scenario: The largest request ID is accepted, where an ID may come twice
      Given a customer of this run
      When the customer is updated with the largest request ID
      Then it is accepted

  @EVC-HTTP-6 @writes
  Rule: What an update without a proper request ID gets is recorded

    @EVC-HTTP-2
    Scenario: The request ID is left out or isn't a number
      Given a customer of this run
      When these requests are sent:
        | request                   |
        | no X-Request-ID           |
        | an X-Request-ID of letters |
        | an X-Request-ID of 0      |
        | the X-Request-ID 1        |
      Then what the target does is recorded
      And every status is a documented one

  @EVC-HTTP-7 @writes
  Rule: What an update with another API version gets is recorded

    @EVC-HTTP-2
    Scenario: The version is left out or another one
      Given a customer of this run
      When these requests are sent:
        | request                 |
        | no x-api-version        |
        | the x-api-version 9.9.9 |
      Then what the target does is recorded
      And every status is a documented one

  @EVC-HTTP-8 @writes
  Rule: PATCH is not offered

    Scenario: A customer can't be patched
      Given a customer of this run
      When these requests are sent:
        | request                                |
        | PATCH of the customer                  |
        | PATCH of the customer as a merge patch |
      Then each is refused in any way

  @EVC-HTTP-9
  Rule: What GET gets is recorded

    Scenario: The list of customers is asked for
      When these requests are sent:
        | request         |
        | GET of the list |
      Then what the target does is recorded

    @writes
    Scenario: A customer is asked for
      Given a customer of this run
      When these requests are sent:
        | request             |
        | GET of the customer |
      Then what the target does is recorded

  @EVC-HTTP-10 @writes
  Rule: What an update without a content type, with a charset in it, or without an accept header, gets is recorded

    @EVC-HTTP-2
    Scenario: The header is left out, or says more
      Given a customer of this run
      When these requests are sent:
        | request                       |
        | no content-type               |
        | a content-type with a charset |
        | no accept                     |
      Then what the target does is recorded
      And every status is a documented one

  @EVC-HTTP-12 @writes
  Rule: What methods on the wrong resource get is recorded

    @EVC-HTTP-2
    Scenario: PUT without an id and POST with one
      Given a customer of this run
      When these requests are sent:
        | request          |
        | PUT without an id |
        | POST with an id  |
      Then what the target does is recorded
      And every status is a documented one

    @probe
    Scenario: A customer made for it is deleted
      When these requests are sent:
        | request                          |
        | DELETE of a customer made for it |
      Then what the target does is recorded
