using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class TurnMessageTests
{
    private const string Text = "What is 2^10? Antwort: \u00fcberlegt \U0001F600";

    [Fact]
    public void While_it_rests_it_has_no_text_to_send_and_wakes_with_the_same()
    {
        var message = new TurnMessage(Text);

        TurnMessage.Rest([message]);
        Assert.Empty(message.Contents.OfType<TextContent>());
        Assert.Equal(Text, message.Said);

        TurnMessage.Wake([message]);
        Assert.Equal(Text, Assert.IsType<TextContent>(Assert.Single(message.Contents)).Text);
        Assert.Equal(Text, message.Said);
    }

    [Fact]
    public void To_send_one_that_rests_is_refused()
    {
        var message = new TurnMessage(Text);
        TurnMessage.Rest([message]);

        Assert.Throws<NotSupportedException>(() => SdkMessages.From([message]));
    }

    [Fact]
    public void What_would_not_be_shorter_stays_awake() => AssertStaysAwake("\u4f60\u597d");

    [Fact]
    public void What_would_not_come_back_the_same_stays_awake() =>
        AssertStaysAwake("half a character: " + '\ud83d');

    [Fact]
    public void Other_messages_are_left_alone()
    {
        var message = new ChatMessage(ChatRole.System, Text);

        TurnMessage.Rest([message]);

        Assert.Equal(Text, message.Text);
    }

    private static void AssertStaysAwake(string text)
    {
        var message = new TurnMessage(text);

        TurnMessage.Rest([message]);

        Assert.Equal(text, message.Text);
        Assert.Equal(text, message.Said);
    }
}
