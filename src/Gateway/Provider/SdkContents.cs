using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>Puts what messages are made of into the SDK's words.</summary>
internal static class SdkContents
{
    /// <summary>The parts of a user's message: texts, images, and sound as WAV or MP3.</summary>
    public static IEnumerable<Sdk.ChatMessageContentPart> PartsOf(ChatMessage message) =>
        message.Contents.Select(content => Part(content, message.Role));

    /// <summary>The parts of a message that can only be texts.</summary>
    public static IEnumerable<Sdk.ChatMessageContentPart> TextsOf(ChatMessage message) =>
        message.Contents.Select(content =>
            content is TextContent
                ? Part(content, message.Role)
                : throw Refuse(content, message.Role)
        );

    public static NotSupportedException Refuse(AIContent content, ChatRole role) =>
        new($"A {content.GetType().Name} in a message of role '{role}' cannot be sent.");

    private static Sdk.ChatMessageContentPart Part(AIContent content, ChatRole role) =>
        content switch
        {
            TextContent text => Sdk.ChatMessageContentPart.CreateTextPart(text.Text),
            UriContent uri when uri.HasTopLevelMediaType("image") =>
                Sdk.ChatMessageContentPart.CreateImagePart(uri.Uri),
            DataContent data when data.HasTopLevelMediaType("image") =>
                Sdk.ChatMessageContentPart.CreateImagePart(
                    BinaryData.FromBytes(data.Data),
                    data.MediaType
                ),
#pragma warning disable OPENAI001 // The SDK calls it experimental; there is no other way to send sound.
            DataContent { MediaType: "audio/wav" } wav =>
                Sdk.ChatMessageContentPart.CreateInputAudioPart(
                    BinaryData.FromBytes(wav.Data),
                    Sdk.ChatInputAudioFormat.Wav
                ),
            DataContent { MediaType: "audio/mpeg" } mp3 =>
                Sdk.ChatMessageContentPart.CreateInputAudioPart(
                    BinaryData.FromBytes(mp3.Data),
                    Sdk.ChatInputAudioFormat.Mp3
                ),
#pragma warning restore OPENAI001
            _ => throw Refuse(content, role),
        };
}
