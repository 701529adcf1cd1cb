using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class ResponsesBadRequestTests
{
    private const string Missing = "missing_required_parameter";
    private const string Type = "invalid_type";
    private const string Value = "invalid_value";

    [Theory]
    [InlineData(""" "input":"hi" """, "model", Missing)]
    [InlineData(""" "model":"m" """, "input", Missing)]
    [InlineData(""" "model":"m","input":null """, "input", Type)]
    [InlineData(""" "model":"m","input":7 """, "input", Type)]
    [InlineData(""" "model":"m","input":[] """, "input", "empty_array")]
    [InlineData(""" "model":"m","input":["hi"] """, "input[0]", Type)]
    [InlineData(""" "model":"m","input":"hi","instructions":[] """, "instructions", Type)]
    [InlineData(""" "model":"m","input":"hi","temperature":"hot" """, "temperature", Type)]
    [InlineData(""" "model":"m","input":"hi","tools":{} """, "tools", Type)]
    [InlineData(""" "model":"m","input":"hi","metadata":5 """, "metadata", Type)]
    [InlineData(""" "model":"m","input":"hi","stream":"yes" """, "stream", Type)]
    [InlineData(
        """ "model":"m","input":"hi","previous_response_id":1 """,
        "previous_response_id",
        Type
    )]
    [InlineData(""" "model":"m","input":"hi","max_output_tokens":0 """, "max_output_tokens", Value)]
    [InlineData(
        """ "model":"m","input":"hi","max_output_tokens":"9" """,
        "max_output_tokens",
        Type
    )]
    public Task A_bad_parameter_is_named(string fields, string param, string code) =>
        RefusesAsync($"{{{fields}}}", param, code);

    [Theory]
    [InlineData("{}", "role", Missing)]
    [InlineData("""{"role":7}""", "role", Type)]
    [InlineData("""{"role":"boss","content":"x"}""", "role", Value)]
    [InlineData("""{"role":"user"}""", "content", Missing)]
    [InlineData("""{"role":"user","content":null}""", "content", Type)]
    [InlineData("""{"role":"user","content":["x"]}""", "content[0]", Type)]
    [InlineData("""{"role":"user","content":[{}]}""", "content[0].type", Missing)]
    [InlineData("""{"role":"user","content":[{"type":"x"}]}""", "content[0].type", Value)]
    [InlineData(
        """{"role":"user","content":[{"type":"input_text"}]}""",
        "content[0].text",
        Missing
    )]
    [InlineData(
        """{"role":"user","content":[{"type":"input_text","text":1}]}""",
        "content[0].text",
        Type
    )]
    [InlineData("""{"type":5}""", "type", Type)]
    [InlineData("""{"type":"magic"}""", "type", "unsupported_value")]
    [InlineData("""{"type":"function_call","name":"f","arguments":"{}"}""", "call_id", Missing)]
    [InlineData("""{"type":"function_call","call_id":"c","arguments":"{}"}""", "name", Missing)]
    [InlineData(
        """{"type":"function_call","call_id":"c","name":"f","arguments":{}}""",
        "arguments",
        Type
    )]
    [InlineData("""{"type":"function_call_output","output":"x"}""", "call_id", Missing)]
    [InlineData("""{"type":"function_call_output","call_id":"c"}""", "output", Missing)]
    [InlineData("""{"type":"function_call_output","call_id":"c","output":1}""", "output", Type)]
    public Task A_bad_items_place_is_named(string item, string where, string code) =>
        RefusesAsync(
            $$"""{"model":"m","input":[{"role":"user","content":"hi"},{{item}}]}""",
            $"input[1].{where}",
            code
        );

    [Theory]
    [InlineData("""{"model":"m","input":"\ud800"}""")]
    [InlineData("""{"model":"m","input":"hi","metadata":{"a":"\ud800"}}""")]
    [InlineData("""{"model":"m","input":"hi","metadata":{"\udc00":1}}""")]
    [InlineData("""{"model":"m","input":"hi"} x""")]
    public async Task What_is_no_JSON_is_refused(string body)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync("v1/responses", body);

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Contains("not valid JSON", error.Message, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string body, string param, string code)
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync("v1/responses", body);

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Equal(param, error.Param);
        Assert.Equal(code, error.Code);
    }
}
