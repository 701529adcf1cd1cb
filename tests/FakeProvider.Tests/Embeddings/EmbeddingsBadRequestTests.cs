using System.Net;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class EmbeddingsBadRequestTests
{
    [Theory]
    [InlineData("""{"input":"hi"}""", "model", "missing_required_parameter")]
    [InlineData("""{"model":"m"}""", "input", "missing_required_parameter")]
    [InlineData("""{"model":"m","input":null}""", "input", "invalid_type")]
    [InlineData("""{"model":"m","input":5}""", "input", "invalid_type")]
    [InlineData("""{"model":"m","input":{}}""", "input", "invalid_type")]
    [InlineData("""{"model":"m","input":""}""", "input", "invalid_value")]
    [InlineData("""{"model":"m","input":[]}""", "input", "empty_array")]
    [InlineData("""{"model":"m","input":["a",""]}""", "input[1]", "invalid_value")]
    [InlineData("""{"model":"m","input":["a",5]}""", "input[1]", "invalid_type")]
    [InlineData("""{"model":"m","input":["a",[5]]}""", "input[1]", "invalid_type")]
    [InlineData("""{"model":"m","input":[null]}""", "input[0]", "invalid_type")]
    [InlineData("""{"model":"m","input":[[5],"a"]}""", "input[1]", "invalid_type")]
    [InlineData("""{"model":"m","input":[[5],[]]}""", "input[1]", "empty_array")]
    [InlineData("""{"model":"m","input":[5,"a"]}""", "input[1]", "invalid_value")]
    [InlineData("""{"model":"m","input":[5,1.5]}""", "input[1]", "invalid_value")]
    [InlineData("""{"model":"m","input":[[5,-1]]}""", "input[0][1]", "invalid_value")]
    [InlineData("""{"model":"m","input":"a","dimensions":0}""", "dimensions", "invalid_value")]
    [InlineData("""{"model":"m","input":"a","dimensions":3073}""", "dimensions", "invalid_value")]
    [InlineData("""{"model":"m","input":"a","dimensions":"8"}""", "dimensions", "invalid_type")]
    [InlineData(
        """{"model":"m","input":"a","encoding_format":"hex"}""",
        "encoding_format",
        "invalid_value"
    )]
    [InlineData(
        """{"model":"m","input":"a","encoding_format":1}""",
        "encoding_format",
        "invalid_type"
    )]
    public async Task A_bad_parameter_is_named(string body, string param, string code)
    {
        var error = await RefusesAsync(body);

        Assert.Equal("invalid_request_error", error.Type);
        Assert.Equal(param, error.Param);
        Assert.Equal(code, error.Code);
        Assert.Contains($"'{param}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_2048_inputs_are_refused()
    {
        var error = await RefusesAsync(Body(Array("\"a\"", 2049)));

        Assert.Equal("array_above_max_length", error.Code);
        Assert.Contains("2049 inputs", error.Message, StringComparison.Ordinal);
        Assert.Contains("2048", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_of_more_than_8192_tokens_is_refused()
    {
        var text = new StringBuilder().Insert(0, "a ", 8193);
        foreach (var body in new[] { Body($"\"{text}\""), Body(Array("5", 8193)) })
        {
            var error = await RefusesAsync(body);

            Assert.Equal("context_length_exceeded", error.Code);
            Assert.Contains("8193 tokens", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task More_than_300_000_tokens_together_are_refused()
    {
        var error = await RefusesAsync(Body(Array(Array("5", 8000), 38)));

        Assert.Equal("input", error.Param);
        Assert.Equal("context_length_exceeded", error.Code);
    }

    [Theory]
    [InlineData("""{"model":"m","input":"\ud800"}""")]
    [InlineData("""{"model":"m","input":["a","\udc00"]}""")]
    [InlineData("""{"model":"m","input":["a"}""")]
    public async Task What_is_no_JSON_is_refused(string body) =>
        Assert.Contains("JSON", (await RefusesAsync(body)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Another_method_is_refused()
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.Http.GetAsync(
            "v1/embeddings",
            TestContext.Current.CancellationToken
        );

        await response.ErrorAsync(HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    private static string Body(string input) => $$"""{"model":"m","input":{{input}}}""";

    private static string Array(string item, int count) =>
        $"[{string.Join(',', Enumerable.Repeat(item, count))}]";

    private static async Task<ProviderError> RefusesAsync(string body)
    {
        await using var client = await ProviderClient.StartAsync();

        return await (await client.PostAsync("v1/embeddings", body)).ErrorAsync(
            HttpStatusCode.BadRequest
        );
    }
}
