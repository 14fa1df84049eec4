@evc-net @writes
Feature: Authentication at the Customer API
  Every request bears the token of a system user.

  @EVC-AUTH-1
  Rule: The token is accepted under the scheme Token

    @smoke
    Scenario: A customer is created with the scheme as the table of headers has it
      When a customer is created
      Then it is let in

    Scenario: A customer is updated with the scheme as the table of headers has it
      Given a customer of this run
      When an update is sent with each of these credentials:
        | credentials |
        | the token   |
      Then each is let in

    Scenario: The token is accepted on a connection where a wrong one was refused
      Given a connection that carried an update with a wrong token
      When the customer is updated once
      Then it is let in

    Scenario: The token is accepted of two at the same moment
      Given a customer of this run
      When the customer is updated twice at the same moment
      Then each is let in

  @EVC-AUTH-2
  Rule: The token is accepted under the scheme token

    Scenario: Customers are created and updated with the scheme in lower case
      Given a customer of this run
      When a create and an update are sent with each of these credentials:
        | credentials              |
        | the scheme in lower case |
      Then each is let in
      And each is accepted

  @EVC-AUTH-3
  Rule: An incorrect token is refused as such

    Scenario: A create with an incorrect token is refused
      When a create is sent with each of these credentials:
        | credentials                      |
        | a wrong token                    |
        | a token cut short                |
        | a token without its first character |
        | a token with more at its end     |
        | a token with more before it      |
        | a token in the other letter case |
        | a token with another last character |
        | a token with another first character |
      Then each is refused for its token

    Scenario: An update with an incorrect token is refused
      Given a customer of this run
      When an update is sent with each of these credentials:
        | credentials                      |
        | a wrong token                    |
        | a token cut short                |
        | a token without its first character |
        | a token with more at its end     |
        | a token with more before it      |
        | a token in the other letter case |
        | a token with another last character |
        | a token with another first character |
        | a wildcard for a token           |
        | the word null for a token        |
      Then each is refused for its token

    Scenario: Cards with an incorrect token are not taken
      Given a customer of this run
      When an update is sent with each of these credentials:
        | credentials                          |
        | a wrong token and an empty card list |
        | a wrong token and a card             |
      Then each is refused in any way

    Scenario: A wrong token is refused on a connection where the right one was accepted
      Given a connection that carried an update with the token
      When an update is sent with each of these credentials:
        | credentials       |
        | a wrong token     |
        | a token cut short |
      Then each is refused for its token

    Scenario: A wrong token is refused beside the right one at the same moment
      Given a customer of this run
      When a right and a wrong token are sent at the same moment
      Then each is refused for its token

  @EVC-AUTH-4
  Rule: Without a valid token nothing succeeds

    @EVC-AUTH-5 @EVC-HTTP-2 @EVC-HTTP-4 @EVC-CREATE-14
    Scenario: A create without a valid token is refused
      When a create is sent with each of these credentials:
        | credentials                  |
        | no Authorization header      |
        | an empty token               |
        | a wrong token as Bearer      |
        | a name and a password as Basic |
        | the token as Basic           |
        | the token as a Basic password |
      Then each is refused in a documented way
      And each is refused for its token
      And every status is a documented one
      And every body is JSON
      And no error reveals internals

    @EVC-AUTH-5 @EVC-HTTP-2 @EVC-HTTP-4 @EVC-CREATE-14
    Scenario: An update without a valid token is refused
      Given a customer of this run
      When an update is sent with each of these credentials:
        | credentials                  |
        | no Authorization header and an empty card list |
        | no Authorization header      |
        | an empty token               |
        | a wrong token as Bearer      |
        | a name and a password as Basic |
        | the token as Basic           |
        | the token as a Basic password |
      Then each is refused in a documented way
      And each is refused for its token
      And every status is a documented one
      And every body is JSON
      And no error reveals internals

    Scenario: Nothing succeeds without a token on a connection where the right one was accepted
      Given a connection that carried an update with the token
      When an update is sent with each of these credentials:
        | credentials             |
        | no Authorization header |
        | an empty token          |
      Then each is refused in a documented way

  @EVC-AUTH-6
  Rule: The token never comes back

    @EVC-CREATE-10
    Scenario: The answer to a create shows neither the token nor the password
      When a customer is created
      Then no answer contains the token
      And no answer contains the password

  @EVC-AUTH-7
  Rule: The token is judged before all else

    Scenario: A wrong token with a malformed body is refused for its token
      Given a customer of this run
      When a create and an update are sent with each of these credentials:
        | credentials                              |
        | a wrong token and a body that isn't JSON |
        | a wrong token and no body                |
        | a wrong token and an empty object        |
      Then each is refused for its token

    Scenario: A wrong token with a wrong value, a card, or a customer who isn't there is refused for its token
      Given a customer of this run
      When a create is sent with each of these credentials:
        | credentials                             |
        | a wrong token and an email without @    |
      And an update is sent with each of these credentials:
        | credentials                             |
        | a wrong token and an email without @    |
        | a wrong token and an unknown customer   |
        | a wrong token and an empty card list    |
        | a wrong token and a card                |
      Then each is refused for its token

  @EVC-AUTH-8
  Rule: The token is not accepted in another form

    Scenario: The token under another scheme, or under none, is refused
      Given a customer of this run
      When a create and an update are sent with each of these credentials:
        | credentials         |
        | the token as Bearer |
        | the bare token      |
      Then each is refused in any way
