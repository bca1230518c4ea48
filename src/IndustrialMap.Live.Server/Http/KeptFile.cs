using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace IndustrialMap.Live.Server.Http;

/// <summary>JSON that stays the same while the server runs. By its tag a reader who has it is not sent it again.</summary>
internal sealed class KeptFile(byte[] json)
{
    private readonly EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..16]}\"");

    internal FileContentHttpResult Answer(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(json, "application/json;charset=utf-8", entityTag: tag);
    }
}
