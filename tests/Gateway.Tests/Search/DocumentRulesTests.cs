using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class DocumentRulesTests
{
    private readonly DocumentRules _rules = new(
        Options.Create(new SearchOptions { MaxTextChars = 20 })
    );

    [Fact]
    public void Each_line_is_a_document_and_blank_lines_are_none()
    {
        var documents = Read(
            """
            {"id":"a","title":"A","text":"x","more":1}

            {"id":"b","title":"B","text":"y"}
            """
        );

        Assert.Equal([new("a", "A", "x"), new("b", "B", "y")], documents);
    }

    [Theory]
    [InlineData("{", "line 2: no JSON (byte ")]
    [InlineData("7", "line 2: 7: an object with id, title and text is expected.")]
    [InlineData("{}", "line 2: id is missing: a text of 1 to 200 characters that is not blank")]
    [InlineData("""{"\ud800\ud800":1}""", "line 2: a name is no valid Unicode: id, title and text")]
    [InlineData("""{"id":7}""", "line 2: id is 7: a text of 1 to 200 characters")]
    [InlineData("""{"id":"a"}""", "line 2: title is missing: a text of 1 to 500 characters")]
    [InlineData("""{"id":"a","title":" "}""", "line 2: title is \" \": a text of 1 to 500")]
    [InlineData("""{"id":"a","title":"\ud800"}""", "line 2: title is \"\\ud800\": a text")]
    [InlineData(
        """{"id":"a","title":"A","text":"123456789012345678901"}""",
        "line 2: text is '123456789012345678901' of 21 characters: a text of 1 to 20 characters"
    )]
    public void A_bad_line_is_named_with_its_field_and_value(string line, string expected)
    {
        var e = Assert.Throws<DocumentException>(() => Read("\n" + line));

        Assert.StartsWith(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_names_its_documents_by_their_place()
    {
        using var array = JsonDocument.Parse("""[{"id":"a","title":"A","text":"x"},{}]""");

        var e = Assert.Throws<DocumentException>(() =>
            _rules.ReadArray(array.RootElement).ToList()
        );

        Assert.StartsWith("document 2: id is missing", e.Message, StringComparison.Ordinal);
    }

    private List<Document> Read(string lines) => [.. _rules.ReadLines(new StringReader(lines))];
}
