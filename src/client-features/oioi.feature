@oioi
Feature: What OIOI asks of its clients
  Each client does one thing otherwise than the documents say, or where they leave it open. It is judged by its traffic alone.

  @OIOI-CLIENT-1
  Rule: A call is one JSON object with one member, the call's name

    Scenario: Something stands beside the call
      Given a client that sends a member beside the call
      When it sends {"note":1,"user-get-details":
      Then it breaks OIOI-CLIENT-1

    Scenario: The order of members is free
      Given a client that orders members otherwise
      When it sends {"user-get-details":{"user":{"token":"t-1","identifier":"x","identifier-type":"username"}}}
      Then it keeps OIOI-CLIENT-1

  @OIOI-CLIENT-2
  Rule: Each call bears the partner's key and the type of its body

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <header>
      Then it breaks OIOI-CLIENT-2

      Examples:
        | does                           | header                                 |
        | sends no key                   | no Authorization                       |
        | sends its key as Bearer        | Authorization: Bearer key-0815-abcdef  |
        | says that it sends text        | Content-Type: text/plain               |
        | says nothing of what it sends  | no Content-Type                        |

    Scenario: Blanks around the sign change nothing
      Given a client that writes its key with blanks
      When it sends Authorization: key = key-0815-abcdef
      Then it keeps OIOI-CLIENT-2

  @OIOI-CLIENT-3
  Rule: Content-Type has no parameter

    Scenario: The type names a charset
      Given a client that names a charset
      When it sends Content-Type: application/json; charset=utf-8
      Then it breaks OIOI-CLIENT-3

    Scenario: The type stands alone
      Given a client that posts by token
      When it sends Content-Type: application/json
      Then it keeps OIOI-CLIENT-3

  @OIOI-CLIENT-4
  Rule: A user is named by a type that the call knows, and an identifier

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <member>
      Then it breaks OIOI-CLIENT-4

      Examples:
        | does                  | member                      |
        | uses an unknown type  | "identifier-type":"email"   |
        | reads by token        | "identifier-type":"token"   |
        | sends a numeric token | "token":12                  |
        | sends no identifier   | "identifier":""             |

    Scenario Outline: A token is optional, and may name the user of a post
      Given a client that <does>
      When it sends <member>
      Then it keeps OIOI-CLIENT-4

      Examples:
        | does                   | member                      |
        | sends no token         | no "token"                  |
        | sends null for a token | "token":null                |
        | posts by token         | "identifier-type":"token"   |

  @OIOI-CLIENT-5
  Rule: Details are an object whose members have their types

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <member>
      Then it breaks OIOI-CLIENT-5

      Examples:
        | does                | member           |
        | posts a numeric zip | "zip":1016       |
        | posts no details    | "details":null   |

    Scenario Outline: Any member may be left out or null
      Given a client that <does>
      When it sends <member>
      Then it keeps OIOI-CLIENT-5

      Examples:
        | does                      | member                     |
        | posts null for an address | "address":null             |
        | posts one member alone    | "details":{"phone":null}   |

  @OIOI-CLIENT-6
  Rule: Each address has a country of two letters

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <member>
      Then it breaks OIOI-CLIENT-6

      Examples:
        | does                               | member                    |
        | posts a country by name            | "country":"Netherlands"   |
        | posts an address without a country | no "country"              |

    Scenario: The country is a code
      Given a client that posts by token
      When it sends "country":"NL"
      Then it keeps OIOI-CLIENT-6

  @OIOI-CLIENT-7
  Rule: A locale is two lower-case letters or null

    Scenario: The locale has a country
      Given a client that posts a locale with a country
      When it sends "locale":"nl_NL"
      Then it breaks OIOI-CLIENT-7

    Scenario: There is no locale
      Given a client that posts null for a locale
      When it sends "locale":null
      Then it keeps OIOI-CLIENT-7

  @OIOI-CLIENT-8
  Rule: Members are documented ones, at every depth

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <member>
      Then it breaks OIOI-CLIENT-8

      Examples:
        | does                             | member               |
        | misspells a member of details    | "first_name":"Jan"   |
        | misspells a member of an address | "zip-code":"1016"    |

    Scenario: Documented members come in any order
      Given a client that orders members otherwise
      When it sends "user":{"token":"t-1","identifier":"x","identifier-type":"username"}
      Then it keeps OIOI-CLIENT-8

  @OIOI-CLIENT-9
  Rule: RFID UIDs and EVCO IDs have their forms

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <identifier>
      Then it breaks OIOI-CLIENT-9

      Examples:
        | does                      | identifier                                            |
        | sends a UID in lower case | "identifier-type":"rfid","identifier":"04a1b2c3"      |
        | sends a short contract ID | "identifier-type":"evco-id","identifier":"DE*8PS*15"  |

    Scenario: A contract ID needs no separators
      Given a client that has a contract ID without separators
      When it sends "identifier-type":"evco-id","identifier":"DE8PS1564567"
      Then it keeps OIOI-CLIENT-9

  @OIOI-CLIENT-10
  Rule: After a 5xx a call waits for Retry-After, and longer each time

    Scenario: The call comes too soon
      Given a client that tries again before it may
      When this passes:
        """
        HTTP 503
        Retry-After: 10
        990 ms later
        POST https://oioi.example.com/api/v4/request
        """
      Then it breaks OIOI-CLIENT-10

    Scenario: The pauses don't grow
      Given a client that tries again every second
      When this passes:
        """
        HTTP 503
        990 ms later
        HTTP 503
        990 ms later
        HTTP 200
        """
      Then it breaks OIOI-CLIENT-10

    Scenario: The pauses grow
      Given a client that keeps the id of a retry and waits longer each time
      When this passes:
        """
        POST https://oioi.example.com/api/v4/request
        HTTP 503
        990 ms later
        HTTP 503
        1990 ms later
        HTTP 503
        3990 ms later
        HTTP 200
        """
      Then it keeps OIOI-CLIENT-10

  @OIOI-CLIENT-11
  Rule: The key goes by TLS, and stands nowhere but in its header

    Scenario Outline: A client that <does>
      Given a client that <does>
      When it sends <what>
      Then it breaks OIOI-CLIENT-11

      Examples:
        | does                       | what                                                            |
        | leaves TLS out             | POST http://oioi.example.com/api/v4/request                     |
        | repeats its key in the body | "identifier":"key-0815-abcdef"                                 |
        | has its key in the address | POST https://oioi.example.com/api/v4/request?k=key-0815-abcdef  |

    Scenario: On this machine TLS may be left out
      Given a client that calls a server of this machine
      When it sends POST http://localhost:8080/api/v4/request
      Then it keeps OIOI-CLIENT-11

  @OIOI-CLIENT-12
  Rule: Code 0 with a reason isn't taken for success

    Scenario: What was refused is posted on
      Given a client that takes a reason for success
      When this passes:
        """
        "vat":"DE1"
        "reason":"VAT is not valid"
        "vat":"DE1"
        "street":"Dam"
        """
      Then it breaks OIOI-CLIENT-12

    Scenario: The client looks what was stored
      Given a client that reads the user after a reason
      When this passes:
        """
        "vat":"DE1"
        "reason":"VAT is not valid"
        "user-get-details"
        """
      Then it keeps OIOI-CLIENT-12

    Scenario: The client sends another value
      Given a client that corrects what a reason names
      When this passes:
        """
        "vat":"DE1"
        "reason":"VAT is not valid"
        "vat":"NL123456789B01"
        """
      Then it keeps OIOI-CLIENT-12
