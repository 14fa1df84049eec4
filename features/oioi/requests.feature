@oioi @uses-primary
Feature: The form of calls at OIOI
  Calls that can't be meant are refused, whatever is wrong with them.

  @OIOI-REQ-1
  Rule: What isn't one of the calls never succeeds

    @OIOI-REQ-2 @OIOI-HTTP-2 @OIOI-HTTP-4
    Scenario: Bodies of a read that aren't JSON
      When a read is made with each body that isn't JSON
      Then each call fails without a server error
      And each call is refused with result code 230
      And every answer is JSON
      And every status fits its result

    @OIOI-REQ-2 @OIOI-RESULT-3 @OIOI-RESULT-4
    Scenario: JSON of a read that isn't an object, or is an empty one
      When a read is made with each body that isn't an object
      And a read is made with each empty object
      Then each call fails without a server error
      And each call is refused with result code 230
      And every result is complete and fits its request

    @OIOI-REQ-2
    Scenario: A call of an unknown name
      When a read is made under the name "user-get-everything"
      Then each call fails without a server error
      And each call is refused with result code 230

    Scenario: A call by its name in another form
      When a read is made under the name "USER-GET-DETAILS"
      And a read is made under the name "user_get_details"
      And a read is made under the name "userGetDetails"
      Then each call fails without a server error

    @writes
    Scenario: Bodies of a post that aren't one
      When a post is made with each body that isn't JSON
      And a post is made with each body that isn't an object
      And a post is made under the name "user-post-everything"
      Then each call fails without a server error

  @OIOI-REQ-3
  Rule: The right value in the wrong JSON type never succeeds

    Scenario Outline: A read with a wrong type for <member>
      When a read bears each wrong JSON type in its <member>
      Then each call fails without a server error

      Examples:
        | member          |
        | user            |
        | identifier-type |
        | identifier      |
        | token           |

    @writes
    Scenario Outline: A post with a wrong type for <member>
      When a post bears each wrong JSON type in its <member>
      Then each call fails without a server error

      Examples:
        | member          |
        | user            |
        | identifier-type |
        | identifier      |
        | token           |

    Scenario: A read by other identifiers with the right value in a list or an object
      When a read is made for each of these users:
        | user                                   |
        | the EVCO ID in a list                  |
        | the EVCO ID in an object               |
        | the RFID in a list                     |
        | the RFID in an object                  |
        | the EVCO ID with the token in a list   |
        | the RFID with the token in an object   |
      Then each call fails without a server error

    @writes
    Scenario: A post by other identifiers with the right value in a list or an object
      When a post is made for each of these users:
        | user                                   |
        | the EVCO ID in a list                  |
        | the EVCO ID in an object               |
        | the RFID in a list                     |
        | the RFID in an object                  |
        | the EVCO ID with the token in a list   |
        | the RFID with the token in an object   |
        | the token in a list                    |
        | the token in an object                 |
      Then each call fails without a server error

  @OIOI-REQ-4
  Rule: A user that isn't said to be anybody never succeeds

    Scenario: A read for nobody in particular
      When a read is made for each of these users:
        | user                |
        | no user             |
        | no user, and its members in its place |
        | no identifier-type  |
        | no identifier       |
        | an empty identifier |
        | an empty EVCO ID    |
        | an empty RFID       |
      Then each call fails

    @writes
    Scenario: A post for nobody in particular
      When a post is made for each of these users:
        | user                |
        | no user             |
        | no identifier-type  |
        | no identifier       |
        | a token without identifier |
        | an empty identifier |
        | an empty EVCO ID    |
        | an empty RFID       |
      Then each call fails

  @OIOI-REQ-5
  Rule: An identifier-type that isn't listed never succeeds

    Scenario: A read by something else
      When a read is made for each of these users:
        | user                        |
        | the identifier-type email   |
        | the identifier-type USERNAME |
        | the identifier-type evco_id |
        | the identifier-type user-id |
        | the identifier-type phone   |
        | the identifier-type name    |
        | the identifier-type         |
        | blanks around the identifier-type |
      Then each call fails

    @writes
    Scenario: A post by something else
      When a post is made for each of these users:
        | user                        |
        | the identifier-type email   |
        | the identifier-type USERNAME |
        | the identifier-type evco_id |
        | the identifier-type user-id |
        | the identifier-type phone   |
        | the identifier-type name    |
        | the identifier-type         |
        | blanks around the identifier-type |
      Then each call fails

  @OIOI-REQ-6 @writes
  Rule: Two calls in one request don't succeed

    Scenario: A read and a post come together
      When both calls are made in one request
      Then each call fails
