using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Reads images and sounds.</summary>
internal static class CompletionMedia
{
    /// <returns>Null for a part that is neither.</returns>
    public static AIContent? Read(OpenAiFields part) =>
        part.RequireText("type") switch
        {
            "image_url" => Image(part.RequireObject("image_url")),
            "input_audio" => Sound(part.RequireObject("input_audio")),
            _ => null,
        };

    private static AIContent Image(OpenAiFields image)
    {
        return Image(image.RequireText("url"))
            ?? throw OpenAiFields.Refuse(
                image.PathOf("url"),
                image.Find("url")!.Value,
                "an absolute http or https URL, or a data URL of an image, is expected"
            );
    }

    private static AIContent? Image(string url)
    {
        if (!url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return
                Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? new UriContent(uri, "image/*")
                : null;
        }
        try
        {
            var data = new DataContent(url);
            return data.HasTopLevelMediaType("image") ? data : null;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    private static DataContent Sound(OpenAiFields sound)
    {
        var type = sound.RequireText("format") switch
        {
            "wav" => "audio/wav",
            "mp3" => "audio/mpeg",
            _ => throw OpenAiFields.Refuse(
                sound.PathOf("format"),
                sound.Find("format")!.Value,
                "wav or mp3 is expected"
            ),
        };
        try
        {
            return new DataContent(Convert.FromBase64String(sound.RequireText("data")), type);
        }
        catch (FormatException)
        {
            throw OpenAiFields.Refuse(
                sound.PathOf("data"),
                sound.Find("data")!.Value,
                "base64 is expected"
            );
        }
    }
}
