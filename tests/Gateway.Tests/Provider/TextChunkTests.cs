using System.Text;

namespace Gateway.Tests;

public sealed class TextChunkTests
{
    private static readonly ChunkHead Head = new(
        "chatcmpl-1",
        "scripted-1",
        DateTimeOffset.FromUnixTimeSeconds(1_760_000_000)
    );

    [Theory]
    [InlineData("Hi")]
    [InlineData("")]
    [InlineData("\"a\"\n\\ ü 🙂")]
    public void A_piece_of_text_is_read(string text) => Assert.Equal(text, Read(Chunk.Text(text)));

    [Theory]
    [InlineData("""{"content":"a","refusal":null,"role":null}""")]
    [InlineData("""{"tool_calls":null,"content":"\u0061"}""")]
    public void What_is_null_is_nothing(string delta) =>
        Assert.Equal("a", Read(Chunk.Delta(delta)));

    [Fact]
    public void Properties_that_nobody_asks_for_are_passed_over() =>
        Assert.Equal(
            "a",
            Read(
                """
                {"choices":[{"delta":{"content":"a"},"logprobs":{"content":[]},"index":0}],
                 "service_tier":"default","x":[{"id":"other"}],"model":"scripted-1",
                 "created":1760000000,"id":"chatcmpl-1"}
                """
            )
        );

    [Theory]
    [InlineData("""{"role":"assistant","content":""}""")]
    [InlineData("""{"content":"a","refusal":"no"}""")]
    [InlineData("""{"content":"a","tool_calls":[]}""")]
    [InlineData("""{"content":"a","audio":{"id":"1"}}""")]
    [InlineData("""{"content":["a"]}""")]
    [InlineData("""{"content":null}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_delta_that_is_more_or_less_than_text_is_left_to_the_SDK(string delta) =>
        Assert.Null(Read(Chunk.Delta(delta)));

    [Fact]
    public void The_end_and_the_usage_are_left_to_the_SDK()
    {
        Assert.Null(Read(Chunk.Delta("""{"content":"a"}""", "\"stop\"")));
        Assert.Null(Read(Chunk.Finish()));
        Assert.Null(Read(Chunk.Usage));
        Assert.Null(
            Read(
                Chunk.Text("a").Replace("\"usage\":null", "\"usage\":{}", StringComparison.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("chatcmpl-1", "chatcmpl-2")]
    [InlineData("scripted-1", "scripted-2")]
    [InlineData("\"scripted-1\"", "null")]
    [InlineData("1760000000", "1760000001")]
    [InlineData("1760000000", "1760000000.5")]
    [InlineData("\"id\"", "\"name\"")]
    [InlineData("\"choices\"", "\"others\"")]
    [InlineData("[{", "[{},{")]
    [InlineData("}],", "},{}],")]
    [InlineData(",\"usage\":null}", "")]
    [InlineData("\"usage\":null}", "\"usage\":null}{}")]
    [InlineData("\"a\"", "\"\\ud800\"")]
    public void Chunks_of_another_form_are_left_to_the_SDK(string part, string other)
    {
        var chunk = Chunk.Text("a");
        Assert.Contains(part, chunk, StringComparison.Ordinal);

        Assert.Null(Read(chunk.Replace(part, other, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_head_without_a_model_fits_none() =>
        Assert.Null(
            TextChunk.TryRead(Encoding.UTF8.GetBytes(Chunk.Text("a")), Head with { Model = null })
        );

    private static string? Read(string chunk) =>
        TextChunk.TryRead(Encoding.UTF8.GetBytes(chunk), Head);
}
