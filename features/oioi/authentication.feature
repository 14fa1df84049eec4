@oioi @uses-primary
Feature: Authentication of users at OIOI
  A call is about one user, and the user's token authenticates that user and no other.

  @OIOI-AUTH-1
  Rule: A username that nobody has is an authentication failure

    @OIOI-AUTH-5 @OIOI-AUTH-7 @OIOI-HTTP-4 @OIOI-KEY-3 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @OIOI-RESULT-4 @OIOI-RESULT-5
    Scenario: Reads of an unknown username
      When a read is made for each of these users:
        | user                            |
        | an unknown username             |
        | a username with more at its end |
        | a username with more before it  |
        | a username cut short            |
        | a username without its first character |
      Then each call is refused as an authentication failure
      And each call is refused with result code 144
      And every status fits its result
      And every result is complete and fits its request
      And no answer contains the API key or a token
      And no failure bears a user

    @OIOI-AUTH-5 @OIOI-AUTH-7 @OIOI-HTTP-4 @OIOI-KEY-3 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @OIOI-RESULT-4 @OIOI-RESULT-5 @writes
    Scenario: Posts for an unknown username
      When a post is made for each of these users:
        | user                            |
        | an unknown username             |
        | a username with more at its end |
        | a username with more before it  |
        | a username cut short            |
        | a username without its first character |
      Then each call is refused as an authentication failure
      And each call is refused with result code 144
      And every status fits its result
      And every result is complete and fits its request
      And no answer contains the API key or a token
      And no failure bears a user

    Scenario: Reads of a username that is a pattern, too long, or of another type
      When a read is made for each of these users:
        | user                                   |
        | a long unknown username                |
        | a wildcard as username                 |
        | an asterisk as username                |
        | a username with a wildcard for its end |
        | the EVCO ID as username                |
        | the RFID as username                   |
        | the token as username                  |
      Then each call fails

    @writes
    Scenario: Posts for a username that is a pattern, too long, or of another type
      When a post is made for each of these users:
        | user                                   |
        | a long unknown username                |
        | a wildcard as username                 |
        | a username with a wildcard for its end |
        | the EVCO ID as username                |
        | the RFID as username                   |
        | the token as username                  |
      Then each call fails

    Scenario: No strange username is anybody's
      When a read bears each strange text in its identifier
      Then each call fails

  @OIOI-AUTH-2
  Rule: A wrong token is an authentication failure

    @OIOI-AUTH-5 @OIOI-AUTH-8 @OIOI-HTTP-4 @OIOI-KEY-3 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @OIOI-RESULT-4 @OIOI-RESULT-5
    Scenario: Reads with a wrong token
      When a read is made for each of these users:
        | user                             |
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
        | the word undefined for a token   |
        | a long wrong token               |
        | the username for a token         |
        | the EVCO ID for a token          |
        | the RFID for a token             |
        | the other user with a wrong token |
      Then each call is refused as an authentication failure
      And each call is refused with result code 145
      And every status fits its result
      And every result is complete and fits its request
      And no answer contains the API key or a token
      And no failure bears a user

    @OIOI-AUTH-5 @OIOI-AUTH-8 @OIOI-HTTP-4 @OIOI-KEY-3 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @OIOI-RESULT-4 @OIOI-RESULT-5 @writes
    Scenario: Posts with a wrong token
      When a post is made for each of these users:
        | user                             |
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
        | the word undefined for a token   |
        | the username for a token         |
        | the EVCO ID for a token          |
        | the RFID for a token             |
        | the other user with a wrong token |
      Then each call is refused as an authentication failure
      And each call is refused with result code 145
      And every status fits its result
      And every result is complete and fits its request
      And no answer contains the API key or a token
      And no failure bears a user

    Scenario: No strange token lets a read in
      When a read bears each strange text in its token
      Then each call fails

    @writes
    Scenario: No strange token lets a post in
      When a post bears each strange text in its token
      Then each call fails

    Scenario: A wrong token is refused on a connection where the right one was accepted
      Given a connection that carried a read of the primary user
      When a read is made for each of these users:
        | user              |
        | a wrong token     |
        | a token cut short |
      Then each call is refused as an authentication failure

    Scenario: A wrong token is refused beside the right one at the same moment
      When a read with a wrong token and a right one are sent at the same moment
      Then each call is refused as an authentication failure

  @OIOI-AUTH-3
  Rule: Another user's token is an authentication failure

    @OIOI-AUTH-5 @OIOI-AUTH-9 @OIOI-KEY-3
    Scenario Outline: A read by <identifier> with another user's token
      When a read is made for each of these users:
        | user                                       |
        | the <identifier> with another user's token |
      Then each call is refused as an authentication failure
      And each call is refused with result code 145
      And no answer contains the API key or a token
      And no failure bears a user

      Examples:
        | identifier |
        | username   |
        | EVCO ID    |
        | RFID       |

    @OIOI-AUTH-9 @OIOI-KEY-3 @writes
    Scenario Outline: A post by <identifier> with another user's token
      When a post is made for each of these users:
        | user                                       |
        | the <identifier> with another user's token |
      Then each call is refused as an authentication failure
      And each call is refused with result code 145
      And no answer contains the API key or a token

      Examples:
        | identifier |
        | username   |
        | EVCO ID    |
        | RFID       |
        | token      |

    Scenario: Reads of the other user with one's own token
      When a read is made for each of these users:
        | user                                          |
        | the other user's username with one's own token |
        | the other user's EVCO ID with one's own token |
        | the other user's RFID with one's own token    |
      Then each call is refused as an authentication failure

    @uses-secondary
    Scenario: Another user's token is refused on a connection where that user was read
      Given a connection that carried a read of another user
      When a read is made for each of these users:
        | user                                   |
        | the username with another user's token |
      Then each call is refused as an authentication failure

  @OIOI-AUTH-4
  Rule: An EVCO ID, an RFID or a token that nobody has is an authentication failure

    @OIOI-AUTH-5 @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @OIOI-RESULT-4 @OIOI-RESULT-5
    Scenario: Reads of what nobody has
      When a read is made for each of these users:
        | user                       |
        | an unknown EVCO ID         |
        | an unknown RFID            |
        | an RFID cut short          |
        | an RFID with another beginning |
        | an RFID with more at its end |
        | an RFID with more before it  |
      Then each call is refused as an authentication failure
      And every result is complete and fits its request
      And no failure bears a user

    @OIOI-RESULT-1 @OIOI-RESULT-2 @OIOI-RESULT-3 @OIOI-RESULT-4 @OIOI-RESULT-5 @writes
    Scenario: Posts for what nobody has
      When a post is made for each of these users:
        | user                           |
        | an unknown EVCO ID             |
        | an unknown RFID                |
        | an RFID cut short              |
        | an RFID with another beginning |
        | an RFID with more at its end   |
        | an RFID with more before it    |
        | a wrong token as identifier    |
        | a token cut short as identifier |
        | a token without its first character as identifier |
        | a token with more at its end as identifier |
        | a token with more before it as identifier |
        | a token with another last character as identifier |
        | a token with another first character as identifier |
        | a token in the other letter case as identifier |
      Then each call is refused as an authentication failure
      And every result is complete and fits its request

    Scenario: Reads of what is of another type, or isn't whole
      When a read is made for each of these users:
        | user                            |
        | the username as EVCO ID         |
        | the username as RFID            |
        | the RFID as EVCO ID             |
        | the EVCO ID as RFID             |
        | the token as RFID               |
        | an EVCO ID cut short            |
        | an EVCO ID with another beginning |
        | an EVCO ID with more at its end |
      Then each call fails

    @writes
    Scenario: Posts for what is of another type, or isn't whole
      When a post is made for each of these users:
        | user                            |
        | the username as token           |
        | the EVCO ID as token            |
        | the RFID as token               |
        | the username as EVCO ID         |
        | the username as RFID            |
        | an EVCO ID cut short            |
        | an EVCO ID with another beginning |
        | an EVCO ID with more at its end |
      Then each call fails

  @OIOI-AUTH-6
  Rule: What a call without a token gets is recorded

    @OIOI-RESULT-5
    Scenario: Reads without a token, and with an empty one
      When a read is made for each of these users:
        | user                            |
        | the username without a token    |
        | the EVCO ID without a token     |
        | the RFID without a token        |
        | the username with an empty token |
        | the EVCO ID with an empty token |
        | the RFID with an empty token    |
        | the username with a null token  |
      Then what the target does is recorded
      And every result is complete and fits its request

    @OIOI-RESULT-5 @writes
    Scenario: Posts without a token, and with an empty one
      When a post is made for each of these users:
        | user                             |
        | the username without a token     |
        | the EVCO ID without a token      |
        | the RFID without a token         |
        | the username with an empty token |
      Then what the target does is recorded
      And every result is complete and fits its request
