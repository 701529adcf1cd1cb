using System.Buffers;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class ChatRequestReaderTests
{
    private const string Asked =
        """{"model":"m","messages":[{"role":"user","content":"caf\u00e9 \"au lait\""}]}""";

    [Theory]
    [InlineData("""{"role":"user","content":"hello world"}""", 2)]
    [InlineData("""{"content":"hello world","role":"user"}""", 2)]
    [InlineData("""{"role":"user","content":[{"type":"text","text":"hello world"}]}""", 2)]
    [InlineData("""{"role":"user","content":"hello","name":"bob"}""", 2)]
    [InlineData("""{"role":"user","content":"line\none\u0020two"}""", 3)]
    [InlineData(
        """{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"add","arguments":"{\"a\": 1}"}}]}""",
        3
    )]
    [InlineData("""{"role":"tool","tool_call_id":"call_1","content":"four"}""", 1)]
    public void A_message_costs_four_tokens_and_its_text(string message, int textTokens)
    {
        var request = Read($$"""{"model":"m","messages":[{{message}},{{message}}]}""");

        Assert.Equal(3 + 2 * (4 + textTokens), request.Prompt.Tokens);
    }

    [Fact]
    public void White_space_escapes_and_other_parameters_do_not_change_the_hash()
    {
        var spaced = """
            { "temperature": 0.7, "metadata": ["a", {"b": [1]}],
              "messages" : [ { "role": "user", "content": "café \u0022au lait\u0022" } ],
              "model": "other", "stream": false, "n": 1 }
            """;

        Assert.Equal(Read(Asked).Prompt, Read(spaced).Prompt);
    }

    [Fact]
    public void A_body_in_pieces_reads_like_a_whole_one()
    {
        var bytes = Encoding.UTF8.GetBytes(Asked);

        for (var size = 1; size < 9; size++)
        {
            Assert.Equal(Read(Asked), ChatRequestReader.Read(InPieces(bytes, size), 42, null));
        }
    }

    [Theory]
    [InlineData("""{"role":"user","content":"caf\u00e9"}""", "café", 0)]
    [InlineData("""{"content":"one","role":"user"},{"content":"two","role":"user"}""", "two", 0)]
    [InlineData("""{"role":"user","content":"one"},{"role":"system","content":"x"}""", "one", 0)]
    [InlineData(
        """{"role":"user","content":[{"type":"text","text":"one"},{"text":"two","type":"text"}]}""",
        "one\ntwo",
        0
    )]
    [InlineData(
        """{"role":"assistant"},{"role":"user","content":"one"},{"role":"assistant"},{"role":"tool","content":"x"},{"role":"assistant"}""",
        "one",
        2
    )]
    [InlineData("""{"role":"system","content":"x"},{"role":"assistant"}""", "", 1)]
    public void The_users_last_text_is_found_and_the_assistants_messages_since(
        string messages,
        string text,
        int step
    )
    {
        var body = Encoding.UTF8.GetBytes($$"""{"model":"m","messages":[{{messages}}],"n":1}""");
        foreach (var size in (int[])[1, 7, body.Length])
        {
            var request = ChatRequestReader.Read(
                InPieces(body, size),
                42,
                null,
                readsUserText: true
            );

            Assert.Equal(text, request.UserText);
            Assert.Equal(step, request.TurnStep);
        }
    }

    [Fact]
    public void Roles_nesting_and_numbers_are_part_of_the_hash()
    {
        string[] messages =
        [
            """{"role":"user","content":"a"}""",
            """{"role":"system","content":"a"}""",
            """{"role":"user","content":[{"type":"text","text":"a"}]}""",
            """{"role":"user","content":[{"type":"text","text":"a","x":1}]}""",
            """{"role":"user","content":[{"type":"text","text":"a","x":2}]}""",
            """{"role":"user","content":"a"},{"role":"user","content":"a"}""",
        ];

        var hashes = messages.Select(m =>
            Read($$"""{"model":"m","messages":[{{m}}]}""").Prompt.Hash
        );

        Assert.Equal(messages.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void The_newer_of_the_two_maxima_wins()
    {
        const string Messages =
            "\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]";

        Assert.Equal(
            5,
            Read($$"""{"max_completion_tokens":5,"max_tokens":9,{{Messages}}}""").MaxTokens
        );
        Assert.Equal(
            9,
            Read($$"""{"max_completion_tokens":null,"max_tokens":9,{{Messages}}}""").MaxTokens
        );
        Assert.Null(Read($$"""{{{Messages}}}""").MaxTokens);
    }

    [Fact]
    public void Mangled_bodies_are_read_or_refused_and_nothing_else_happens()
    {
        const string Splinters = "{}[]\",:\\u0d8e1-.ntf \u00ff";
        var random = new Random(42);
        var refused = 0;

        for (var i = 0; i < 10_000; i++)
        {
            var body = Encoding.Latin1.GetBytes(Asked);
            for (var hits = random.Next(1, 5); hits > 0; hits--)
            {
                body[random.Next(body.Length)] = (byte)Splinters[random.Next(Splinters.Length)];
            }
            try
            {
                ChatRequestReader.Read(new(body), seed: 42, deployment: null);
            }
            catch (ApiErrorException e)
            {
                Assert.Equal(400, e.Error.Status);
                refused++;
            }
        }

        Assert.InRange(refused, 5_000, 9_999);
    }

    private static ModelRequest Read(string body) =>
        ChatRequestReader.Read(new(Encoding.UTF8.GetBytes(body)), seed: 42, deployment: null);

    private static ReadOnlySequence<byte> InPieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, size));
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
        {
            last = last.Append(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        }
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
