using System.Text;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

public sealed class SchemaInstanceTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", "{}")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["b","a"]}""",
        """{"b":0,"a":""}"""
    )]
    [InlineData(
        """{"properties":{"a":{"type":["number","null"]},"b":{"type":"boolean"},"c":{"type":"null"},"d":{}},"required":["a","b","c","d","d"]}""",
        """{"a":0,"b":false,"c":null,"d":null}"""
    )]
    [InlineData("""{"enum":["low","high"]}""", "\"low\"")]
    [InlineData("""{"const":{"x":[1,2.50]}}""", """{"x":[1,2.50]}""")]
    [InlineData("""{"anyOf":[{"type":"array","items":{"type":"boolean"}},{}]}""", "[]")]
    [InlineData(
        """{"type":"array","minItems":2,"items":{"type":"string","minLength":3}}""",
        """["aaa","aaa"]"""
    )]
    [InlineData("""{"type":"string","format":"date"}""", "\"2000-01-01\"")]
    [InlineData(
        """{"type":"object","properties":{"p":{"$ref":"#/$defs/a~1b"}},"required":["p"],"$defs":{"a/b":{"$ref":"#/$defs/c"},"c":{"type":"integer"}}}""",
        """{"p":0}"""
    )]
    public void The_smallest_value_that_a_schema_allows_is_written(
        string schema,
        string expected
    ) => Assert.Equal(expected, Instance(schema));

    [Theory]
    [InlineData("""{"minimum":3}""", "3")]
    [InlineData("""{"exclusiveMinimum":0}""", "1")]
    [InlineData("""{"maximum":-2.5}""", "-3")]
    [InlineData("""{"exclusiveMaximum":0}""", "-1")]
    [InlineData("""{"minimum":7,"multipleOf":5}""", "10")]
    [InlineData("""{"minimum":-7,"maximum":7,"multipleOf":5}""", "0")]
    [InlineData("""{"exclusiveMinimum":0,"exclusiveMaximum":1}""", "0.5")]
    [InlineData("""{"minimum":0.25,"maximum":0.75}""", "0.5")]
    public void A_number_is_the_nearest_to_0_within_its_bounds(string bounds, string expected)
    {
        var schema = $$"""{"type":"number",{{bounds[1..]}}""";

        Assert.Equal(expected, Instance(schema));
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"$ref":"#/no/such"}""")]
    [InlineData("""{"$ref":"https://example.com/schema"}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#"}},"required":["a"]}""")]
    [InlineData("""{"type":"string","minLength":1e9}""")]
    [InlineData("""{"type":"array","minItems":2000000000,"items":{"type":"string"}}""")]
    [InlineData("""{"type":"number","minimum":7e28,"multipleOf":1e-9}""")]
    public void A_schema_without_a_small_instance_is_refused(string schema)
    {
        var error = Assert.Throws<ApiErrorException>(() => Instance(schema)).Error;

        Assert.Equal(400, error.Status);
        Assert.Equal("tools", error.Param);
    }

    private static string Instance(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return Encoding.UTF8.GetString(SchemaInstance.Of(document.RootElement));
    }
}
